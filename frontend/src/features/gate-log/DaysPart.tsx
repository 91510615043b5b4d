import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { dayNameWithYear } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { AskDialog } from '#/ui/AskDialog'
import { Button } from '#/ui/Button'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorState } from '#/ui/ErrorState'
import { CalendarIcon } from '#/ui/icons'
import { PagePart } from '#/ui/PagePart'
import { RefusedNotice } from '#/ui/RefusedNotice'
import { SkeletonLines } from '#/ui/Skeleton'
import { showToast } from '#/ui/toasts'
import { useBuild } from './acts'
import { DayRow } from './DayRow'
import { whole } from './numbers'
import { PeriodForm } from './PeriodForm'
import { daysOptions } from './queries'
import { standingOf } from './StateTag'

interface DaysPartProps {
  from: string
  to: string
  onPeriod: (from: string, to: string) => void
}

/** How it stands with the facts: day by day, and building them anew. */
export function DaysPart({ from, to, onPeriod }: DaysPartProps) {
  const { t } = useTranslation('gateLog')
  return (
    <PagePart id="occupancy-days" title={t('facts')} lead={t('factsLead')}>
      <PeriodForm key={`${from}/${to}`} from={from} to={to} onPeriod={onPeriod} />
      <Days from={from} to={to} />
    </PagePart>
  )
}

function Days({ from, to }: { from: string; to: string }) {
  const { t } = useTranslation('gateLog')
  const words = useProblemWords()
  const asked = useQuery(daysOptions(from, to))
  if (asked.isPending) return <SkeletonLines lines={4} className="h-16" />
  if (!asked.data)
    return (
      <ErrorState title={t('lost')} onRetry={() => void asked.refetch()}>
        {words(asked.error).title}
      </ErrorState>
    )
  const days = [...asked.data].reverse()
  if (days.length === 0)
    return (
      <EmptyState icon={<CalendarIcon />} title={t('noDays')}>
        {t('noDaysLead')}
      </EmptyState>
    )
  const waiting = days.filter((day) => ['missing', 'stale'].includes(standingOf(day))).length
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p role="status">{t('daysTold', { days: whole(days.length), waiting: whole(waiting) })}</p>
        <BuildAll from={from} to={to} days={days.length} />
      </div>
      <ul aria-label={t('facts')} className="border-t border-card">
        {days.map((day) => (
          <li key={day.day} className="border-b border-card py-2">
            <DayRow day={day} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** Building many days keeps the worker busy for a while, so it is asked first. */
function BuildAll({ from, to, days }: { from: string; to: string; days: number }) {
  const { t } = useTranslation('gateLog')
  const language = useLanguage()
  const words = useProblemWords()
  const [asking, setAsking] = useState(false)
  const build = useBuild()
  const run = () =>
    build.mutate(
      { from, to },
      {
        onSuccess: () => {
          setAsking(false)
          showToast({ tone: 'done', words: t('buildingAll', { days: whole(days) }) })
        },
      },
    )
  return (
    <>
      <Button
        kind="secondary"
        size="small"
        onPress={() => {
          build.reset()
          setAsking(true)
        }}
      >
        {t('buildAll')}
      </Button>
      <AskDialog
        open={asking}
        title={t('buildAll')}
        verb={t('build')}
        stay={t('stay')}
        kind="primary"
        busy={build.isPending}
        refused={<RefusedNotice words={build.isError ? words(build.error) : null} />}
        onDo={run}
        onClose={() => setAsking(false)}
      >
        <p>
          {t('buildAllLead', {
            from: dayNameWithYear(from, language),
            to: dayNameWithYear(to, language),
            days: whole(days),
          })}
        </p>
      </AskDialog>
    </>
  )
}
