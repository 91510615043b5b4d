import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '#/api/problem'
import { useProblemWords } from '#/api/useProblemWords'
import { cityDay, cityTime } from '#/lib/city-time'
import { dayNameWithYear } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorState } from '#/ui/ErrorState'
import { PageHeading } from '#/ui/PageHeading'
import { SectionHeading } from '#/ui/SectionHeading'
import { SkeletonLines } from '#/ui/Skeleton'
import { ChangesPart } from './ChangesPart'
import { CountTable } from './CountTable'
import { FindingList } from './FindingList'
import { NEW_DEPARTMENTS, runOptions, useChanges } from './queries'
import { RunOutcome } from './RunOutcome'
import { RunTag } from './StateTag'
import type { ChangeFilter, Run } from './shapes'

interface RunPartProps {
  id: number
  filter: ChangeFilter
  onFilter: (filter: ChangeFilter) => void
  transferLink: (id: number, words: string) => ReactNode
}

/** One run: what came of it, what it changed or would, and what in the directory made no sense. */
export function RunPart({ id, filter, onFilter, transferLink }: RunPartProps) {
  const { t } = useTranslation('directory')
  const words = useProblemWords()
  const language = useLanguage()
  const asked = useQuery(runOptions(id))
  if (asked.isPending) return <SkeletonLines lines={5} className="h-16" />
  if (!asked.data) {
    const gone = asked.error instanceof ApiProblem && asked.error.code === 'not_found'
    if (gone) return <EmptyState title={t('run.gone')}>{t('run.goneMeans')}</EmptyState>
    return <ErrorState title={words(asked.error).title} onRetry={() => void asked.refetch()} />
  }
  const run = asked.data
  const when = `${dayNameWithYear(cityDay(run.started_at), language)} ${cityTime(run.started_at)}`
  return (
    <div className="flex flex-col gap-8">
      <div className="flex flex-col gap-2">
        <PageHeading>{t('run.title', { when })}</PageHeading>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <RunTag state={run.state} />
          <span>{t(`purpose.${run.purpose}`)}</span>
          {run.transfer !== null && transferLink(run.transfer, t('run.transfer'))}
        </p>
      </div>
      <RunOutcome run={run} />
      {run.state !== 'running' && run.state !== 'failed' && <CountTable counts={run.counts} />}
      {run.fingerprint !== '' && <RunChanges run={run} filter={filter} onFilter={onFilter} />}
      {run.finding_count > 0 && <FindingList run={run} />}
      <RunFacts run={run} />
    </div>
  )
}

function RunChanges({ run, filter, onFilter }: Pick<RunPartProps, 'filter' | 'onFilter'> & { run: Run }) {
  const { t } = useTranslation('directory')
  const applied = run.state === 'applied'
  return (
    <ChangesPart
      title={t(applied ? 'changes.done' : 'changes.would')}
      pages={useChanges(run.id, filter)}
      news={useChanges(run.id, NEW_DEPARTMENTS, 'department.added' in run.counts)}
      filter={filter}
      counts={run.counts}
      onFilter={onFilter}
    />
  )
}

function RunFacts({ run }: { run: Run }) {
  const { t } = useTranslation('directory')
  const language = useLanguage()
  const when = (instant: string) => `${dayNameWithYear(cityDay(instant), language)} ${cityTime(instant)}`
  const seconds = run.finished_at
    ? Math.max(1, Math.round((Date.parse(run.finished_at) - Date.parse(run.started_at)) / 1000))
    : null
  const facts = [
    { name: t('run.source'), value: run.source },
    { name: t('run.by'), value: run.started_by_name || t('byTheClock') },
    { name: t('run.took'), value: seconds === null ? '' : t('run.seconds', { count: seconds }) },
    {
      name: t('run.read'),
      value:
        'people' in run.read
          ? t('run.readAre', {
              people: run.read.people ?? 0,
              departments: run.read.departments ?? 0,
              posts: run.read.posts ?? 0,
            })
          : '',
    },
    {
      name: t('run.decided'),
      value: run.decided_at ? `${run.decided_by_name} ${when(run.decided_at)}` : '',
    },
  ]
  return (
    <section aria-labelledby="run-facts" className="flex flex-col gap-3">
      <SectionHeading id="run-facts">{t('run.facts')}</SectionHeading>
      <dl className="grid gap-x-8 gap-y-2 rail:grid-cols-2">
        {facts.map(({ name, value }) =>
          value === '' ? null : (
            <div key={name} className="min-w-0">
              <dt className="text-sm text-quiet">{name}</dt>
              <dd className="m-0 break-words">{value}</dd>
            </div>
          ),
        )}
      </dl>
    </section>
  )
}
