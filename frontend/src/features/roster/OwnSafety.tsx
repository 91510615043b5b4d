import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { cityTime } from '#/lib/city-time'
import { Button } from '#/ui/Button'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorState } from '#/ui/ErrorState'
import { CheckIcon, SignOutIcon, WarningIcon } from '#/ui/icons'
import { Notice } from '#/ui/Notice'
import { SkeletonLines } from '#/ui/Skeleton'
import { TextField } from '#/ui/TextField'
import { KindBanner } from './KindBanner'
import { type OwnSafety as Asked, ownSafetyOptions, useOwnMark } from './queries'

const CHOICES = [
  { status: 'safe', word: 'mine.safe', Icon: CheckIcon },
  { status: 'needs_help', word: 'mine.needsHelp', Icon: WarningIcon },
  { status: 'absent', word: 'mine.absent', Icon: SignOutIcon },
] as const

/** Head counts under way that ask me how I am, the real one first. */
export function OwnSafety() {
  const { t } = useTranslation('roster')
  const words = useProblemWords()
  const asked = useQuery(ownSafetyOptions())
  if (asked.isPending) return <SkeletonLines lines={3} className="h-14" />
  if (!asked.data) return <ErrorState title={words(asked.error).title} onRetry={() => void asked.refetch()} />
  if (asked.data.length === 0) return <EmptyState title={t('mine.none')}>{t('mine.noneLead')}</EmptyState>
  const real = asked.data.filter((one) => one.kind === 'real')
  const drills = asked.data.filter((one) => one.kind === 'drill')
  return [...real, ...drills].map((one) => <Question key={one.id} asked={one} />)
}

function Question({ asked }: { asked: Asked }) {
  const { t } = useTranslation('roster')
  const own = useOwnMark()
  const [note, setNote] = useState('')
  const { mark } = asked
  const said = mark && mark.status !== 'unmarked' ? mark : null
  return (
    <section aria-label={t(asked.kind)} className="mb-10 max-w-160">
      <KindBanner kind={asked.kind} />
      <div role="status">
        {said ? (
          <p className="flex items-center gap-2 font-bold text-free-text">
            <CheckIcon />
            {t(said.by_self ? 'mine.told' : 'mine.toldBy', {
              state: t(`count.state.${said.status as 'safe'}`),
              time: cityTime(said.made_at),
              who: said.made_by,
            })}
          </p>
        ) : (
          <p className="text-lg font-bold">{t('mine.lead')}</p>
        )}
      </div>
      <p className="text-sm text-quiet">
        {said ? t('mine.change') : asked.listed ? '' : t('mine.notListed')}
      </p>
      {own.isError && (
        <div className="mt-3">
          <Notice tone="warn">{t('mine.failed')}</Notice>
        </div>
      )}
      <TextField
        className="mt-4"
        label={t('mine.note')}
        value={note}
        onChange={setNote}
        maxLength={200}
        autoComplete="off"
      />
      <div className="mt-4 flex flex-col gap-3">
        {CHOICES.map(({ status, word, Icon }) => (
          <Button
            key={status}
            kind={status === 'safe' ? 'primary' : 'secondary'}
            size="big"
            className="min-h-16"
            icon={<Icon />}
            busy={own.isPending && own.variables.status === status}
            onPress={() => own.mutate({ head_count: asked.id, status, note })}
          >
            {t(word)}
          </Button>
        ))}
      </div>
    </section>
  )
}
