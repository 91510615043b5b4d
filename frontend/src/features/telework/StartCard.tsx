import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { cityTime } from '#/lib/city-time'
import { dayName, timeRange } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { buttonLook, linkLook } from '#/ui/button-look'
import { Notice } from '#/ui/Notice'
import type { TeleworkRequest } from './queries'
import { StateTag } from './StateTag'
import { useDuration } from './useDuration'
import { WorkButtons } from './WorkButtons'
import type { Step } from './work'

interface StartCardProps {
  request: TeleworkRequest
  busy: Step | null
  /** Why the last step was refused. */
  problem?: string | null
  onStep: (step: Step) => void
}

/** A telework day on the start page: what is planned, how far it is, and the next step. */
export function StartCard({ request, busy, problem = null, onStep }: StartCardProps) {
  const { t } = useTranslation('telework')
  const language = useLanguage()
  const { id, form, unit, start, end, state, may, report_due } = request
  return (
    <section
      aria-label={t('work.card')}
      className="flex flex-col gap-3 rounded-12 border border-card bg-white p-4 rail:p-6"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="text-xl leading-[1.5] font-bold">
          {t(`form.${form}`)} {t(`unit.${unit}`)}
        </h2>
        <span className="whitespace-nowrap tabular-nums">{timeRange(start, end)}</span>
        <StateTag state={state} />
      </div>
      <SoFar request={request} />
      {problem && <Notice tone="warn">{problem}</Notice>}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <WorkButtons may={may} busy={busy} onStep={onStep} />
        {may.includes('report') ? (
          <Link
            to="/telework/$id"
            params={{ id: String(id) }}
            className={`${buttonLook('primary', 'big')} max-rail:grow`}
          >
            {t('act.report')}
          </Link>
        ) : (
          <Link
            to="/telework/$id"
            params={{ id: String(id) }}
            className={`${linkLook} inline-flex min-h-11 items-center`}
          >
            {t('work.see')}
          </Link>
        )}
      </div>
      {may.includes('report') && report_due && (
        <p className="text-sm text-warn-text">{t('reportDue', { day: dayName(report_due, language) })}</p>
      )}
    </section>
  )
}

/** When work began and how much of it there is so far. */
export function SoFar({ request: { work } }: { request: TeleworkRequest }) {
  const { t } = useTranslation('telework')
  const duration = useDuration()
  if (!work.started_at) return null
  return (
    <p className="tabular-nums">
      {work.ended_at
        ? t('work.ended', { start: cityTime(work.started_at), end: cityTime(work.ended_at) })
        : t('work.begun', { start: cityTime(work.started_at) })}{' '}
      {t('work.soFar', { worked: duration(work.worked_minutes) })}
    </p>
  )
}
