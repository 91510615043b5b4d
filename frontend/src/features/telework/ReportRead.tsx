import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { cityDay, cityTime } from '#/lib/city-time'
import { dayName, timeRange } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { WarningIcon } from '#/ui/icons'
import { Tag } from '#/ui/Tag'
import { useDuration } from './useDuration'
import type { WorkOfDay, WorkReport } from './work'

interface ReportReadProps {
  report: WorkReport
  work: WorkOfDay
}

/** A report as it was written, the terminals' log beside it, and who confirmed it. */
export function ReportRead({ report, work }: ReportReadProps) {
  const { t } = useTranslation('telework')
  const language = useLanguage()
  const duration = useDuration()
  const length = Math.round((Date.parse(report.ended_at) - Date.parse(report.started_at)) / 60_000)
  const far = report.difference_minutes !== null && report.difference_minutes > work.difference_minutes
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[auto_minmax(0,1fr)]">
      <Line name={t('report.hours')}>
        <span className="tabular-nums">{timeRange(report.started_at, report.ended_at)}</span>{' '}
        {t('report.withBreak', { minutes: report.break_minutes })}
      </Line>
      <Line name={t('report.workedName')}>{duration(length - report.break_minutes)}</Line>
      {report.overtime_minutes > 0 && (
        <Line name={t('report.overtimeName')}>
          {duration(report.overtime_minutes)}{' '}
          {t(report.overtime_ordered ? 'report.wasOrdered' : 'report.wasNotOrdered')}
        </Line>
      )}
      <Line name={t('report.log')}>
        {work.device_from && work.device_until ? (
          <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="tabular-nums">{timeRange(work.device_from, work.device_until)}</span>
            {report.difference_minutes !== null && (
              <Tag tone={far ? 'warn' : 'quiet'} icon={far && <WarningIcon size={16} />}>
                {t('report.apart', { minutes: report.difference_minutes })}
              </Tag>
            )}
          </span>
        ) : (
          <span className="text-quiet">{t('report.noLog')}</span>
        )}
      </Line>
      {report.explanation && <Line name={t('report.explanation')}>{report.explanation}</Line>}
      <Line name={t('report.tasks')}>
        <span className="whitespace-pre-wrap">{report.tasks_done}</span>
      </Line>
      {report.confirmed_at && report.confirmed_by && (
        <Line name={t('report.confirmedName')}>
          {t('report.confirmed', {
            who: report.confirmed_by.name,
            when: `${dayName(cityDay(report.confirmed_at), language)} ${cityTime(report.confirmed_at)}`,
          })}
        </Line>
      )}
    </dl>
  )
}

/** One fact: its name, and beside it (below it on a phone) what it is. */
export function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-sm font-bold text-quiet sm:pt-0.5">{name}</dt>
      <dd className="m-0 min-w-0 max-sm:mb-1">{children}</dd>
    </>
  )
}
