import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type Booking, bookingsOfDayOptions } from '#/api/bookings'
import type { Me } from '#/api/me'
import { myPlanOptions } from '#/features/attendance/queries'
import { daysWithoutDesk } from '#/features/attendance/strip-days'
import { dayBookings } from '#/features/my-bookings/day-bookings'
import { useSteps } from '#/features/my-bookings/useSteps'
import { cityTime } from '#/lib/city-time'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { linkLook } from '#/ui/button-look'
import { FlagIcon, WarningIcon } from '#/ui/icons'
import { SectionHeading } from '#/ui/SectionHeading'

/** What waits for me: a desk that was released, days in the office without a desk. */
export function Waiting({ me, from, to }: { me: Me; from: string; to: string }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const today = useQuery(bookingsOfDayOptions(me.today)).data
  const plan = useQuery(myPlanOptions(from, to)).data
  const lost = today ? dayBookings(today.results, new Date()).lost : []
  const bare = plan ? daysWithoutDesk(plan.days) : []
  const count = lost.length + bare.length
  return (
    <section aria-labelledby="waiting">
      <SectionHeading id="waiting">
        {t('today.todo')}
        {count > 0 && (
          <span className="ms-2 inline-flex size-6 items-center justify-center rounded-full bg-solid-gray-800 align-[0.15em] text-sm text-white">
            {count}
          </span>
        )}
      </SectionHeading>
      <div className="mt-3 border-t border-solid-gray-420">
        {today && plan && count === 0 && <p className="py-4 text-sm text-quiet">{t('today.todoEmpty')}</p>}
        <ul>
          {lost.map((booking) => (
            <Lost key={booking.id} booking={booking} />
          ))}
          {bare.map(({ day }) => (
            <Item
              key={day}
              icon={<FlagIcon />}
              title={t('today.todoNoDesk', { day: dayName(day, language) })}
              lead={t('today.todoNoDeskLead')}
            >
              <Link to="/book" search={{ day }} className={`${linkLook} inline-flex min-h-11 items-center`}>
                {t('today.book')}
              </Link>
            </Item>
          ))}
        </ul>
      </div>
    </section>
  )
}

function Lost({ booking }: { booking: Booking }) {
  const { t } = useTranslation()
  const steps = useSteps()
  return (
    <Item
      icon={<WarningIcon className="text-warn" />}
      title={t('today.todoReleased', { desk: booking.desk.code })}
      lead={
        booking.undo_until
          ? t('today.todoReleasedLead', { time: cityTime(booking.undo_until) })
          : t('booking.releasedNote')
      }
    >
      <Button
        kind="link"
        className="-ms-1"
        busy={steps.pendingOf(booking) === 'restore'}
        onPress={() => steps.take(booking, 'restore')}
      >
        {t('booking.restore')}
      </Button>
    </Item>
  )
}

function Item({
  icon,
  title,
  lead,
  children,
}: {
  icon: ReactNode
  title: string
  lead: string
  children: ReactNode
}) {
  return (
    <li className="flex gap-3 border-b border-card py-3">
      {icon}
      <div>
        <p>{title}</p>
        <p className="text-sm text-quiet">{lead}</p>
        {children}
      </div>
    </li>
  )
}
