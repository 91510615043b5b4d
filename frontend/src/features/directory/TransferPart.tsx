import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '#/api/problem'
import { useProblemWords } from '#/api/useProblemWords'
import { cityDay, cityTime } from '#/lib/city-time'
import { dayNameWithYear, fiscalYear } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorState } from '#/ui/ErrorState'
import { Notice } from '#/ui/Notice'
import { PageHeading } from '#/ui/PageHeading'
import { SegmentedControl } from '#/ui/SegmentedControl'
import { SkeletonLines } from '#/ui/Skeleton'
import { showToast } from '#/ui/toasts'
import { Ask } from './Ask'
import { useWithdraw } from './acts'
import { ChangesPart } from './ChangesPart'
import { CountTable } from './CountTable'
import { EffectsPart } from './EffectsPart'
import { NEW_DEPARTMENTS, transferOptions, useEntries } from './queries'
import { TransferTag } from './StateTag'
import type { TransferSearch } from './search'
import type { Transfer } from './shapes'

interface TransferPartProps {
  id: number
  search: TransferSearch
  onSearch: (search: TransferSearch) => void
  personLink: (id: number, name: string) => ReactNode
  runLink: (id: number, words: string) => ReactNode
}

/** One planned transfer: what it changes, what follows for people, and the way to withdraw it. */
export function TransferPart({ id, search, onSearch, personLink, runLink }: TransferPartProps) {
  const { t } = useTranslation('directory')
  const words = useProblemWords()
  const asked = useQuery(transferOptions(id))
  if (asked.isPending) return <SkeletonLines lines={5} className="h-16" />
  if (!asked.data) {
    const gone = asked.error instanceof ApiProblem && asked.error.code === 'not_found'
    if (gone) return <EmptyState title={t('transfer.gone')} />
    return <ErrorState title={words(asked.error).title} onRetry={() => void asked.refetch()} />
  }
  const transfer = asked.data
  const loaded = transfer.state === 'loaded'
  const entries = search.part === 'entries' || !loaded
  return (
    <div className="flex flex-col gap-8">
      <Head transfer={transfer} runLink={runLink} />
      <CountTable counts={transfer.counts} />
      {loaded && (
        <SegmentedControl
          label={t('transfer.which')}
          value={entries ? 'entries' : 'effects'}
          segments={[
            { value: 'effects', label: t('transfer.effects') },
            { value: 'entries', label: t('transfer.entries') },
          ]}
          onChange={(part) => onSearch(part === 'entries' ? { part } : {})}
          className="self-start"
        />
      )}
      {entries ? (
        <Entries transfer={transfer} search={search} onSearch={onSearch} />
      ) : (
        <EffectsPart
          transfer={transfer.id}
          kind={search.kind}
          onKind={(kind) => onSearch(kind ? { kind } : {})}
          personLink={personLink}
        />
      )}
    </div>
  )
}

function Entries({
  transfer,
  search,
  onSearch,
}: Pick<TransferPartProps, 'search' | 'onSearch'> & { transfer: Transfer }) {
  const { t } = useTranslation('directory')
  const { part: _part, kind: _kind, ...filter } = search
  return (
    <ChangesPart
      title={t('transfer.entries')}
      pages={useEntries(transfer.id, filter)}
      news={useEntries(transfer.id, NEW_DEPARTMENTS, 'department.added' in transfer.counts)}
      filter={filter}
      counts={transfer.counts}
      onFilter={(next) => onSearch({ part: 'entries', ...next })}
    />
  )
}

function Head({ transfer, runLink }: Pick<TransferPartProps, 'runLink'> & { transfer: Transfer }) {
  const { t } = useTranslation('directory')
  const language = useLanguage()
  const when = (instant: string) => `${dayNameWithYear(cityDay(instant), language)} ${cityTime(instant)}`
  const day = dayNameWithYear(transfer.effective_on, language)
  const reason = transfer.problem.detail ?? transfer.problem.code
  return (
    <div className="flex flex-col gap-2">
      <PageHeading>{transfer.title}</PageHeading>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <TransferTag state={transfer.state} />
        <b>{t('transfers.from', { day, year: fiscalYear(transfer.effective_on, language) })}</b>
      </p>
      <p className="max-w-[44em]">{t(`transfer.means.${transfer.state}`, { day })}</p>
      <p className="text-sm text-quiet">
        {t('transfers.loaded', {
          when: when(transfer.loaded_at),
          name: transfer.loaded_by_name || t('byTheClock'),
        })}
        {t('dot')}
        {transfer.file_name}
        {transfer.settled_at &&
          `${t('dot')}${t(`transferState.${transfer.state}`)} ${when(transfer.settled_at)}`}
      </p>
      {transfer.state === 'failed' && typeof reason === 'string' && <Notice tone="warn">{reason}</Notice>}
      {transfer.run !== null && runLink(transfer.run, t('transfer.run'))}
      {(transfer.state === 'loaded' || transfer.state === 'failed') && <Withdraw transfer={transfer} />}
    </div>
  )
}

function Withdraw({ transfer }: { transfer: Transfer }) {
  const { t } = useTranslation('directory')
  const [asking, setAsking] = useState(false)
  const withdraw = useWithdraw()
  return (
    <>
      <Button kind="destructive" className="mt-2 self-start" onPress={() => setAsking(true)}>
        {t('withdraw.button')}
      </Button>
      <Ask
        open={asking}
        title={t('withdraw.ask', { title: transfer.title })}
        verb={t('withdraw.do')}
        kind="destructive"
        busy={withdraw.isPending}
        error={withdraw.error}
        onDo={() =>
          withdraw.mutate(transfer.id, {
            onSuccess: () => {
              setAsking(false)
              showToast({ tone: 'done', words: t('withdraw.done') })
            },
          })
        }
        onClose={() => setAsking(false)}
      >
        <p>{t('withdraw.means')}</p>
      </Ask>
    </>
  )
}
