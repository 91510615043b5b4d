import { useTranslation } from 'react-i18next'
import { dayName, timeRange } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { WarningIcon } from '#/ui/icons'
import { Tag } from '#/ui/Tag'
import { Effect } from './Effect'
import { Warnings, WhyNot } from './Said'
import type { Approval, Registration, ReportToConfirm, Waiting } from './shapes'
import { When } from './When'

/** What a row says of the thing, below the name. */
export function About({ one }: { one: Waiting }) {
  if (one.kind === 'requests') return <AboutRequest approval={one.approval} />
  if (one.kind === 'reports') return <AboutReport item={one.report} />
  return <AboutRegistration registration={one.registration} />
}

function AboutRequest({ approval }: { approval: Approval }) {
  const { t } = useTranslation('approvals')
  const { request, month_days: month, in_a_row: row, on_site: onSite, refused, warnings } = approval
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <When request={request} />
        {request.origin === 'post_hoc' && <Tag>{t('postHoc')}</Tag>}
        {request.documents && <Tag>{t('documentsOut')}</Tag>}
      </div>
      <p className="text-sm text-quiet">{request.tasks}</p>
      <p className="text-sm text-quiet">{t('history', { month, row })}</p>
      <Effect onSite={onSite} className="text-sm" />
      {refused ? <WhyNot problem={refused} /> : <Warnings problems={warnings} />}
    </>
  )
}

function AboutReport({ item: { request } }: { item: ReportToConfirm }) {
  const { t } = useTranslation('approvals')
  const report = request.report
  return (
    <>
      <When request={request} />
      {report && (
        <>
          <p className="text-sm">
            {t('report.worked', { times: timeRange(report.started_at, report.ended_at) })}{' '}
            {t('report.break', { minutes: report.break_minutes })}
            {report.overtime_minutes > 0 && ` ${t('report.overtime', { minutes: report.overtime_minutes })}`}
          </p>
          <p className="max-w-[44em] text-sm text-quiet">{report.tasks_done}</p>
          {report.explanation && (
            <p className="flex items-start gap-1.5 text-sm text-warn-text">
              <WarningIcon size={18} className="mt-0.5" />
              {t('report.explained', { explanation: report.explanation })}
            </p>
          )}
        </>
      )}
    </>
  )
}

function AboutRegistration({ registration }: { registration: Registration }) {
  const { t } = useTranslation('approvals')
  const language = useLanguage()
  const [missing] = registration.missing
  return (
    <>
      <p>
        {t('registration.until', { day: dayName(registration.valid_to, language) })}{' '}
        {t(`registration.reason.${registration.reason_class}`)}
      </p>
      <p className="text-sm text-quiet">
        {t(`registration.place.${registration.place_kind}`)}
        {registration.trained_on &&
          ` ${t('registration.trained', { day: dayName(registration.trained_on, language) })}`}
      </p>
      {missing ? <WhyNot problem={missing} /> : <Warnings problems={registration.warnings} />}
    </>
  )
}
