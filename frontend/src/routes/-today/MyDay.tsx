import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { type Booking, bookingsOfDayOptions } from '#/api/bookings'
import { floorOptions } from '#/api/floors'
import { halfState } from '#/api/half-state'
import type { Me } from '#/api/me'
import { useProblemWords } from '#/api/useProblemWords'
import { myPlanOptions } from '#/features/attendance/queries'
import { DayCard } from '#/features/my-bookings/DayCard'
import { dayBookings } from '#/features/my-bookings/day-bookings'
import { useSteps } from '#/features/my-bookings/useSteps'
import { dayName } from '#/lib/dates'
import { lazyPart } from '#/lib/lazyPart'
import { useLanguage } from '#/lib/useLanguage'
import { linkLook } from '#/ui/button-look'
import { ErrorState } from '#/ui/ErrorState'
import { Skeleton } from '#/ui/Skeleton'
import { DeskOnMap } from './DeskOnMap'
import { NoDesk } from './NoDesk'

const POLL_MS = 60_000

const MyTeleworkDay = lazyPart(
  async () => (await import('./MyTeleworkDay')).MyTeleworkDay,
  'telework',
  'refusals',
)

interface MyDayProps {
  me: Me
  /** Today, or the next working day. */
  day: string
  /** The days the start page has read. */
  from: string
  to: string
}

/** The top of the start page: my desk on `day`, my telework, where else I am, or the way to a desk. */
export function MyDay({ me, day, from, to }: MyDayProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useProblemWords()
  const mine = me.person !== null
  const bookings = useQuery({ ...bookingsOfDayOptions(day), refetchInterval: POLL_MS, enabled: mine })
  const plans = useQuery({ ...myPlanOptions(from, to), enabled: mine }).data

  if (!mine) return <NoDesk me={me} />
  if (bookings.isPending) return <Skeleton className="h-75 rounded-12" />
  if (bookings.isError) {
    return <ErrorState title={words(bookings.error).title} onRetry={() => void bookings.refetch()} />
  }
  const { current, others } = dayBookings(bookings.data.results, new Date())
  const plan = plans?.days.find((one) => one.day === day)
  const am = plan ? halfState(plan, 'am') : null
  const pm = plan ? halfState(plan, 'pm') : null
  const telework = [am, pm].some((half) => half?.kind === 'telework')
  const away = am?.kind === 'own' && pm?.kind === 'own' ? am.place : null
  if (!current && !telework) return <NoDesk me={me} away={away} />
  const card = telework && (
    <Suspense fallback={<Skeleton className="h-40 rounded-12" />}>
      <MyTeleworkDay day={day} />
    </Suspense>
  )
  return (
    <>
      {day !== me.today && (
        <p className="mb-2 font-bold">{t('today.nextDay', { day: dayName(day, language) })}</p>
      )}
      <div className="flex flex-col gap-4">
        {am?.kind === 'telework' && card}
        {current && <MyDesk booking={current} today={me.today} />}
        {am?.kind !== 'telework' && card}
      </div>
      {others.length > 0 && (
        <p className="mt-2 text-sm">
          <Link to="/bookings" className={linkLook}>
            {t('today.others', { count: others.length })}
          </Link>
        </p>
      )}
    </>
  )
}

function MyDesk({ booking, today }: { booking: Booking; today: string }) {
  const steps = useSteps()
  const floor = useQuery(floorOptions(booking.desk.floor, booking.day)).data
  const desk = floor?.desks.find((one) => one.id === booking.desk.id)
  return (
    <DayCard
      booking={booking}
      today={today}
      features={desk?.features ?? []}
      map={<DeskOnMap floor={floor} booking={booking} />}
      pending={steps.pendingOf(booking)}
      onStep={(step) => steps.take(booking, step)}
    />
  )
}
