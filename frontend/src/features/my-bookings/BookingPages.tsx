import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type Booking, useBookingPages } from '#/api/bookings'
import { useProblemWords } from '#/api/useProblemWords'
import { Button } from '#/ui/Button'
import { buttonLook } from '#/ui/button-look'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorState } from '#/ui/ErrorState'
import { DeskIcon } from '#/ui/icons'
import { SkeletonLines } from '#/ui/Skeleton'
import { BookingRow } from './BookingRow'
import { useSteps } from './useSteps'

interface BookingPagesProps {
  which: 'upcoming' | 'past'
  /** The city's day: the first of the upcoming ones. */
  today: string
  yesterday: string
  /** Bookings that something else in the list stands for; undefined until that is known. */
  folded: ReadonlySet<number> | undefined
  /** What else there is to say of a booking. */
  noteOf: (booking: Booking) => ReactNode
}

/** My bookings from today on, or those of the past with the latest first; more at a press. */
export function BookingPages({ which, today, yesterday, folded, noteOf }: BookingPagesProps) {
  const { t } = useTranslation()
  const words = useProblemWords()
  const steps = useSteps()
  const pages = useBookingPages(which === 'upcoming' ? { from: today } : { to: yesterday })

  if (pages.isPending || !folded) return <SkeletonLines lines={4} className="h-20" />
  if (pages.isError && !pages.data) {
    return <ErrorState title={words(pages.error).title} onRetry={() => void pages.refetch()} />
  }
  const bookings = pages.data.pages.flatMap((page) => page.results).filter(({ id }) => !folded.has(id))
  if (bookings.length === 0) return <NoBookings which={which} />
  return (
    <>
      <ul aria-label={t('bookings.list')} className="-mt-6">
        {bookings.map((booking) => (
          <BookingRow
            key={booking.id}
            booking={booking}
            today={today}
            note={noteOf(booking)}
            pending={steps.pendingOf(booking)}
            onStep={(step) => steps.take(booking, step)}
          />
        ))}
      </ul>
      <div className="mt-4 flex justify-center">
        {pages.hasNextPage ? (
          <Button busy={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
            {t('bookings.more')}
          </Button>
        ) : (
          <p className="text-sm text-quiet">{t('bookings.all')}</p>
        )}
      </div>
    </>
  )
}

function NoBookings({ which }: Pick<BookingPagesProps, 'which'>) {
  const { t } = useTranslation()
  if (which === 'past')
    return <EmptyState title={t('bookings.emptyPast')}>{t('bookings.emptyPastLead')}</EmptyState>
  return (
    <EmptyState
      icon={<DeskIcon />}
      title={t('bookings.emptyUpcoming')}
      action={
        <Link to="/book" className={buttonLook('primary', 'primary')}>
          {t('bookings.newBooking')}
        </Link>
      }
    >
      {t('bookings.emptyUpcomingLead')}
    </EmptyState>
  )
}
