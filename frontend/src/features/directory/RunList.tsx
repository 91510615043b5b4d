import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cityDay, cityTime } from '#/lib/city-time'
import { dayNameWithYear } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { EmptyState } from '#/ui/EmptyState'
import { WarningIcon } from '#/ui/icons'
import { SectionHeading } from '#/ui/SectionHeading'
import { SegmentedControl } from '#/ui/SegmentedControl'
import { Pages } from './Pages'
import { useRuns } from './queries'
import { RunTag } from './StateTag'
import type { Run } from './shapes'
import { useCountWords } from './useCountWords'

interface RunListProps {
  runLink: (id: number, words: string) => ReactNode
}

/** The last runs and what each changed. */
export function RunList({ runLink }: RunListProps) {
  const { t } = useTranslation('directory')
  const [changed, setChanged] = useState(false)
  const pages = useRuns(changed)
  return (
    <section aria-labelledby="directory-runs" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <SectionHeading id="directory-runs">{t('runs.title')}</SectionHeading>
        <SegmentedControl
          label={t('runs.which')}
          value={changed ? 'changed' : 'every'}
          segments={[
            { value: 'every', label: t('runs.every') },
            { value: 'changed', label: t('runs.changed') },
          ]}
          onChange={(which) => setChanged(which === 'changed')}
          className="rail:ms-auto"
        />
      </div>
      <Pages
        label={t('runs.title')}
        pages={pages}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title={t('runs.none')}>{t(changed ? 'runs.noneChanged' : 'runs.noneLead')}</EmptyState>
        }
      >
        {(run) => <RunRow run={run} runLink={runLink} />}
      </Pages>
    </section>
  )
}

function RunRow({ run, runLink }: RunListProps & { run: Run }) {
  const { t } = useTranslation('directory')
  const language = useLanguage()
  const counted = useCountWords()(run.counts)
  const when = `${dayNameWithYear(cityDay(run.started_at), language)} ${cityTime(run.started_at)}`
  const said = useOutcome(run)
  return (
    <div className="flex flex-col gap-0.5">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {runLink(run.id, when)}
        <RunTag state={run.state} />
        <span className="text-sm text-quiet">
          {t(`purpose.${run.purpose}`)}
          {t('dot')}
          {run.started_by_name || t('byTheClock')}
        </span>
      </p>
      {(counted || said) && <p className="max-w-[44em]">{counted || said}</p>}
      {run.finding_count > 0 && (
        <p className="flex items-center gap-1.5 text-sm text-warn-text">
          <WarningIcon size={18} />
          {t('findings.count', { count: run.finding_count })}
        </p>
      )}
    </div>
  )
}

function useOutcome({ state, problem }: Run): string {
  const { t } = useTranslation('directory')
  if (state === 'failed')
    return t(`problem.${problem.trouble ?? problem.code}.what` as 'problem.unreachable.what', {
      defaultValue: t('problem.other.what'),
    })
  return state === 'unchanged' || state === 'planned' ? t('counts.nothing') : ''
}
