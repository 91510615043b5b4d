import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { cityDay, cityTime } from '#/lib/city-time'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Card } from '#/ui/Card'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorState } from '#/ui/ErrorState'
import { CheckIcon, ClockIcon, InfoIcon, WarningIcon } from '#/ui/icons'
import { SkeletonLines } from '#/ui/Skeleton'
import { Tag } from '#/ui/Tag'
import { stateOptions, useRuns } from './queries'
import { StartRun } from './StartRun'
import type { DirectoryState } from './shapes'

interface StatePartProps {
  onRun: (id: number) => void
  runLink: (id: number, words: string) => ReactNode
}

/** How the directory stands, and the ways to read it now. */
export function StatePart({ onRun, runLink }: StatePartProps) {
  const { t } = useTranslation('directory')
  const words = useProblemWords()
  const asked = useQuery(stateOptions())
  const held = useRuns(false).data?.pages[0]?.results.find((run) => run.state === 'held')
  if (asked.isPending) return <SkeletonLines lines={3} className="h-16" />
  if (!asked.data) {
    return (
      <ErrorState title={t('state.lost')} onRetry={() => void asked.refetch()}>
        {words(asked.error).title}
      </ErrorState>
    )
  }
  const state = asked.data
  if (!state.configured) return <NotConfigured />
  return (
    <Card label={t('state.title')}>
      <div className="flex flex-col gap-4">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-2 text-lg font-bold">
          <Standing state={state} held={held !== undefined} />
          {state.running && runLink(state.running.id, t('state.seeRunning'))}
          {!state.running && held && runLink(held.id, t('state.seeHeld'))}
        </p>
        <Facts state={state} />
        <StartRun running={state.running !== null} onRun={onRun} />
      </div>
    </Card>
  )
}

function Standing({ state, held }: { state: DirectoryState; held: boolean }) {
  const { t } = useTranslation('directory')
  if (state.running) {
    return (
      <Tag tone="accent" icon={<ClockIcon size={18} />}>
        {t('state.running')}
      </Tag>
    )
  }
  const failing = state.failures_in_a_row > 0
  if (held || failing) {
    return (
      <>
        {held && (
          <Tag tone="warn" icon={<WarningIcon size={18} />}>
            {t('state.held')}
          </Tag>
        )}
        {failing && (
          <>
            <Tag tone="warn" icon={<WarningIcon size={18} />}>
              {t('state.failing', { count: state.failures_in_a_row })}
            </Tag>
            <span className="text-base font-normal">{t('state.failingMeans')}</span>
          </>
        )}
      </>
    )
  }
  if (!state.last_success_at) {
    return <Tag icon={<InfoIcon size={18} />}>{t('state.neverYet')}</Tag>
  }
  return (
    <Tag tone="free" icon={<CheckIcon size={18} />}>
      {t('state.well')}
    </Tag>
  )
}

function Facts({ state }: { state: DirectoryState }) {
  const { t } = useTranslation('directory')
  const language = useLanguage()
  const when = (instant: string | null) =>
    instant ? `${dayName(cityDay(instant), language)} ${cityTime(instant)}` : t('state.none')
  const facts = [
    { name: t('state.lastSuccess'), value: when(state.last_success_at) },
    {
      name: t('state.next'),
      value: state.next_at ? when(state.next_at) : t('state.none'),
      note: state.every_minutes === null ? '' : t('state.every', { count: state.every_minutes }),
    },
    {
      name: t('state.known'),
      value: t('state.knownAre', { people: state.people, departments: state.departments }),
    },
    {
      name: t('state.source'),
      value: state.name,
      note: t(`preset.${state.preset}` as 'preset.ldap', { defaultValue: state.preset }),
    },
  ]
  return (
    <dl className="m-0 grid gap-x-8 gap-y-3 rail:grid-cols-2">
      {facts.map(({ name, value, note }) => (
        <div key={name} className="min-w-0">
          <dt className="text-sm text-quiet">{name}</dt>
          <dd className="m-0 font-bold break-words">
            {value}
            {note && <span className="block text-sm font-normal text-quiet">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** No directory yet: what that means, and what IT has to do. */
function NotConfigured() {
  const { t } = useTranslation('directory')
  return (
    <EmptyState icon={<InfoIcon />} title={t('off.title')}>
      <p>{t('off.means')}</p>
      <ol className="mt-2 list-decimal ps-6">
        <li>{t('off.write')}</li>
        <li>{t('off.check')}</li>
        <li>{t('off.restart')}</li>
      </ol>
      <p className="mt-2">{t('off.more')}</p>
    </EmptyState>
  )
}
