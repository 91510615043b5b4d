import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type Booking, bookingsOfDayOptions } from '#/api/bookings'
import { floorOptions } from '#/api/floors'
import type { Me } from '#/api/me'
import { useProblemWords } from '#/api/useProblemWords'
import { DayCard } from '#/features/my-bookings/DayCard'
import { dayBookings } from '#/features/my-bookings/day-bookings'
import { useSteps } from '#/features/my-bookings/useSteps'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { linkLook } from '#/ui/button-look'
import { ErrorState } from '#/ui/ErrorState'
import { Skeleton } from '#/ui/Skeleton'
import { DeskOnMap } from './DeskOnMap'
import { NoDesk } from './NoDesk'

const POLL_MS = 60_000

/** The card at the top of the start page: my desk on `day`, which is today or the next working day, or the way to one. */
export function MyDay({ me, day }: { me: Me; day: string }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useProblemWords()
  const bookings = useQuery({
    ...bookingsOfDayOptions(day),
    refetchInterval: POLL_MS,
    enabled: me.person !== null,
  })

  if (!me.person) return <NoDesk me={me} />
  if (bookings.isPending) return <Skeleton className="h-75 rounded-12" />
  if (bookings.isError) {
    return <ErrorState title={words(bookings.error).title} onRetry={() => void bookings.refetch()} />
  }
  const { current, others } = dayBookings(bookings.data.results, new Date())
  if (!current) return <NoDesk me={me} />
  return (
    <>
      {day !== me.today && (
        <p className="mb-2 font-bold">{t('today.nextDay', { day: dayName(day, language) })}</p>
      )}
      <MyDesk booking={current} today={me.today} />
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
