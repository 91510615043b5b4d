import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { approvalsCountOptions } from '#/api/approvals-count'
import { bookingsOfDayOptions } from '#/api/bookings'
import type { Me } from '#/api/me'
import { myPlanOptions } from '#/features/attendance/queries'
import { daysWithoutDesk } from '#/features/attendance/strip-days'
import { openProposalsOptions } from '#/features/calendar/proposal-queries'
import { dayBookings } from '#/features/my-bookings/day-bookings'
import { myRegistrationOptions, myRequestsOptions } from '#/features/telework/queries'
import { addDays, dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { ApproveIcon, CalendarIcon, ClockIcon, FlagIcon, WarningIcon } from '#/ui/icons'
import { SectionHeading } from '#/ui/SectionHeading'
import { Todo, todoLink } from './Todo'
import { TodoLost } from './TodoLost'

/** Days around today in which a request can wait for me. */
const BACK = 62
const AHEAD = 184

/**
 * What waits for me: decisions of mine, what my calendars propose, requests that came back, reports, a desk that was
 * released, days without a desk, the end of my registration.
 */
export function Waiting({ me, from, to }: { me: Me; from: string; to: string }) {
  const { t } = useTranslation(['telework', 'everyday'])
  const language = useLanguage()
  const today = useQuery(bookingsOfDayOptions(me.today)).data
  const plan = useQuery(myPlanOptions(from, to)).data
  const asked = useQuery(myRequestsOptions(addDays(me.today, -BACK), addDays(me.today, AHEAD)))
  const registration = useQuery(myRegistrationOptions()).data
  const approvals = useQuery({ ...approvalsCountOptions(), enabled: me.approves }).data
  const proposed = useQuery(openProposalsOptions(me.today)).data?.length ?? 0
  const requests = asked.data?.results ?? []
  const lost = today ? dayBookings(today.results, new Date()).lost : []
  const bare = plan ? daysWithoutDesk(plan.days) : []
  const returned = requests.filter(({ state }) => state === 'returned')
  const toReport = requests.filter(({ state }) => state === 'ended')
  const renews = registration?.next_open === true && !registration.next && registration.registration !== null
  const decisions = approvals?.total ?? 0
  const count =
    lost.length +
    bare.length +
    returned.length +
    toReport.length +
    (renews ? 1 : 0) +
    (decisions > 0 ? 1 : 0) +
    (proposed > 0 ? 1 : 0)
  const known = today && plan && !asked.isPending
  return (
    <section aria-labelledby="waiting">
      <SectionHeading id="waiting">
        {t('everyday:today.todo')}
        {count > 0 && (
          <span className="ms-2 inline-flex size-6 items-center justify-center rounded-full bg-solid-gray-800 align-[0.15em] text-sm text-white">
            {count}
          </span>
        )}
      </SectionHeading>
      <div className="mt-3 border-t border-solid-gray-420">
        {known && count === 0 && <p className="py-4 text-sm text-quiet">{t('everyday:today.todoEmpty')}</p>}
        <ul>
          {decisions > 0 && (
            <Todo icon={<ApproveIcon />} title={t('todo.approvals', { count: decisions })}>
              <Link to="/approvals" className={todoLink}>
                {t('todo.openApprovals')}
              </Link>
            </Todo>
          )}
          {proposed > 0 && (
            <Todo icon={<CalendarIcon />} title={t('todo.proposals', { count: proposed })}>
              <Link to="/plan" className={todoLink}>
                {t('todo.openProposals')}
              </Link>
            </Todo>
          )}
          {returned.map(({ id, day, form, comment, decided_by }) => (
            <Todo
              key={id}
              icon={<WarningIcon className="text-warn" />}
              title={t('todo.returned', { day: dayName(day, language), form: t(`form.${form}`) })}
              lead={comment && (decided_by ? t('todo.comment', { who: decided_by.name, comment }) : comment)}
            >
              <Link to="/telework" search={{ request: id }} className={todoLink}>
                {t('act.mend')}
              </Link>
            </Todo>
          ))}
          {lost.map((booking) => (
            <TodoLost key={booking.id} booking={booking} />
          ))}
          {bare.map(({ day, team_day }) => (
            <Todo
              key={day}
              icon={<FlagIcon />}
              title={t(team_day ? 'todo.teamDay' : 'everyday:today.todoNoDesk', {
                day: dayName(day, language),
              })}
              lead={t(team_day ? 'todo.teamDayLead' : 'everyday:today.todoNoDeskLead')}
            >
              <Link to="/book" search={{ day }} className={todoLink}>
                {t('everyday:today.book')}
              </Link>
            </Todo>
          ))}
          {toReport.map(({ id, day, form, report_due }) => (
            <Todo
              key={id}
              icon={<ClockIcon className={report_due && report_due <= me.today ? 'text-warn' : ''} />}
              title={t('todo.report', { day: dayName(day, language), form: t(`form.${form}`) })}
              lead={
                report_due &&
                (report_due < me.today
                  ? t('todo.reportLate', { day: dayName(report_due, language) })
                  : report_due === me.today
                    ? t('todo.reportToday')
                    : t('reportDue', { day: dayName(report_due, language) }))
              }
            >
              <Link to="/telework/$id" params={{ id: String(id) }} className={todoLink}>
                {t('act.report')}
              </Link>
            </Todo>
          ))}
          {renews && (
            <Todo
              icon={<ClockIcon />}
              title={t('todo.renew')}
              lead={t('todo.renewLead', { day: dayName(registration.valid_to, language) })}
            >
              <Link to="/telework/registration" className={todoLink}>
                {t('registered.renew')}
              </Link>
            </Todo>
          )}
        </ul>
      </div>
    </section>
  )
}
