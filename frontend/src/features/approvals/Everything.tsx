import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { dayName, timeRange } from '#/lib/dates'
import { dayAndTime } from '#/lib/day-and-time'
import { useLanguage } from '#/lib/useLanguage'
import { Effect } from './Effect'
import { Warnings, WhyNot } from './Said'
import type { Registration, TeleworkRequest, Waiting } from './shapes'
import { When } from './When'
import { WhoIsIn } from './WhoIsIn'

/** All that is known of one thing: what was asked, the history, the effect, who will be in the office. */
export function Everything({ one }: { one: Waiting }) {
  if (one.kind === 'registrations') return <RegistrationFacts registration={one.registration} />
  if (one.kind === 'reports') {
    const { request } = one.report
    return (
      <>
        <ReportFacts request={request} />
        <RequestFacts request={request} />
      </>
    )
  }
  const { request, on_site: onSite, refused, warnings } = one.approval
  return (
    <>
      <RequestFacts request={request}>
        <History one={one.approval} />
      </RequestFacts>
      <Effect onSite={onSite} className="mt-3 rounded-8 bg-solid-gray-50 p-3 text-sm" />
      <div className="mt-3">{refused ? <WhyNot problem={refused} /> : <Warnings problems={warnings} />}</div>
      {request.department && <WhoIsIn department={request.department.id} request={request} />}
    </>
  )
}

function Facts({ children }: { children: ReactNode }) {
  return (
    <dl className="mt-3 grid grid-cols-[5.5rem_1fr] rail:grid-cols-[6.5rem_1fr] gap-x-3 gap-y-1 text-sm">
      {children}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (children === '' || children === null) return null
  return (
    <>
      <dt className="text-quiet">{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

function RequestFacts({ request, children }: { request: TeleworkRequest; children?: ReactNode }) {
  const { t } = useTranslation(['approvals', 'telework'])
  const language = useLanguage()
  return (
    <Facts>
      <Fact name={t('approvals:fact.when')}>
        <When request={request} withTimes />
      </Fact>
      <Fact name={t('approvals:fact.tasks')}>{request.tasks}</Fact>
      {children}
      <Fact name={t('approvals:fact.form')}>
        {[t(`telework:form.${request.form}`), request.place].filter(Boolean).join(' ')}
      </Fact>
      <Fact name={t('approvals:fact.contact')}>{request.contact}</Fact>
      <Fact name={t('approvals:fact.terminal')}>{t(`telework:terminal.${request.terminal}`)}</Fact>
      <Fact name={t('approvals:fact.documents')}>{request.documents || t('approvals:fact.noDocuments')}</Fact>
      <Fact name={t('approvals:fact.treatment')}>{t(`telework:treatment.${request.treatment}`)}</Fact>
      <Fact name={t('approvals:fact.postHoc')}>{request.post_hoc_reason}</Fact>
      <Fact name={t('approvals:fact.submitted')}>
        {request.submitted_at && dayAndTime(request.submitted_at, language)}
      </Fact>
    </Facts>
  )
}

function History({ one }: { one: Extract<Waiting, { kind: 'requests' }>['approval'] }) {
  const { t } = useTranslation('approvals')
  const { week_days: week, month_days: month, month_most: most, in_a_row: row } = one
  return (
    <Fact name={t('fact.history')}>
      {most ? t('historyMost', { week, month, most, row }) : t('historyAll', { week, month, row })}
    </Fact>
  )
}

function ReportFacts({ request }: { request: TeleworkRequest }) {
  const { t } = useTranslation('approvals')
  const report = request.report
  if (!report) return null
  const hours = (minutes: number) =>
    t('report.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
  return (
    <Facts>
      <Fact name={t('report.times')}>
        {timeRange(report.started_at, report.ended_at)} {t('report.break', { minutes: report.break_minutes })}
      </Fact>
      <Fact name={t('report.done')}>
        <span className="whitespace-pre-line">{report.tasks_done}</span>
      </Fact>
      <Fact name={t('report.overtimeName')}>
        {report.overtime_minutes > 0
          ? `${t('report.overtime', { minutes: report.overtime_minutes })} ${t(report.overtime_ordered ? 'report.ordered' : 'report.notOrdered')}`
          : t('report.noOvertime')}
      </Fact>
      <Fact name={t('report.device')}>
        {report.device_minutes === null
          ? t('report.noDevice')
          : `${hours(report.device_minutes)} ${t('report.difference', { minutes: report.difference_minutes ?? 0 })}`}
      </Fact>
      <Fact name={t('report.explanation')}>{report.explanation}</Fact>
    </Facts>
  )
}

function RegistrationFacts({ registration }: { registration: Registration }) {
  const { t } = useTranslation(['approvals', 'telework'])
  const language = useLanguage()
  const [missing] = registration.missing
  return (
    <>
      <Facts>
        <Fact name={t('approvals:registration.reasonName')}>
          {t(`approvals:registration.reason.${registration.reason_class}`)}
        </Fact>
        <Fact name={t('approvals:fact.form')}>
          {t(`approvals:registration.place.${registration.place_kind}`)} {registration.place}
        </Fact>
        <Fact name={t('approvals:fact.contact')}>{registration.contact}</Fact>
        <Fact name={t('approvals:fact.terminal')}>{t(`telework:terminal.${registration.terminal}`)}</Fact>
        <Fact name={t('approvals:registration.training')}>
          {registration.trained_on
            ? dayName(registration.trained_on, language)
            : t('approvals:registration.notTrained')}
        </Fact>
        <Fact name={t('approvals:registration.validName')}>{dayName(registration.valid_to, language)}</Fact>
        <Fact name={t('approvals:fact.submitted')}>
          {registration.submitted_at && dayAndTime(registration.submitted_at, language)}
        </Fact>
      </Facts>
      <div className="mt-3">
        {missing ? <WhyNot problem={missing} /> : <Warnings problems={registration.warnings} />}
      </div>
    </>
  )
}
