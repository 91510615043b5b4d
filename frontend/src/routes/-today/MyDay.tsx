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
import { linkLook } from '#/ui/button-look'
import { ErrorState } from '#/ui/ErrorState'
import { Skeleton } from '#/ui/Skeleton'
import { DeskOnMap } from './DeskOnMap'
import { NoDesk } from './NoDesk'

const POLL_MS = 60_000

/** The card at the top of the start page: my desk today, or the way to one. */
export function MyDay({ me }: { me: Me }) {
  const { t } = useTranslation()
  const words = useProblemWords()
  const today = useQuery({ ...bookingsOfDayOptions(me.today), refetchInterval: POLL_MS })

  if (today.isPending) return <Skeleton className="h-75 rounded-12" />
  if (today.isError)
    return <ErrorState title={words(today.error).title} onRetry={() => void today.refetch()} />
  const { current, others } = dayBookings(today.data.results, new Date())
  if (!current) return <NoDesk me={me} />
  return (
    <>
      <MyDesk booking={current} />
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

function MyDesk({ booking }: { booking: Booking }) {
  const steps = useSteps()
  const floor = useQuery(floorOptions(booking.desk.floor, booking.day)).data
  const desk = floor?.desks.find((one) => one.id === booking.desk.id)
  return (
    <DayCard
      booking={booking}
      features={desk?.features ?? []}
      map={<DeskOnMap floor={floor} booking={booking} />}
      pending={steps.pendingOf(booking)}
      onStep={(step) => steps.take(booking, step)}
    />
  )
}
