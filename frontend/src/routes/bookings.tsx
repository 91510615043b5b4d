import { createFileRoute, Link } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '#/api/me'
import { BookingPages } from '#/features/my-bookings/BookingPages'
import { LazyNoShowNotice } from '#/features/my-bookings/lazily'
import { LazyRelocations } from '#/features/relocation/lazily'
import { LazyGroupList } from '#/features/seating/lazily'
import { useFold } from '#/features/series/fold'
import { LazyMySeries, LazySeriesLine } from '#/features/series/lazily'
import { LazyMyWaits } from '#/features/waitlists/lazily'
import { addDays } from '#/lib/dates'
import { buttonLook } from '#/ui/button-look'
import { PageHeading } from '#/ui/PageHeading'

export const Route = createFileRoute('/bookings')({
  validateSearch: (search): { list?: 'past' } => (search.list === 'past' ? { list: 'past' } : {}),
  component: MyBookings,
})

const TAB =
  'inline-flex min-h-11 items-center border-b-[3px] border-transparent px-4 no-underline hover:bg-solid-gray-50'
const NOTHING: ReadonlySet<number> = new Set()
const CURRENT = 'border-accent! font-bold text-link'

function MyBookings() {
  const { t } = useTranslation()
  const { today } = useMe()
  const which = Route.useSearch().list ?? 'upcoming'
  const fold = useFold()
  return (
    <div className="max-w-240">
      <div className="mb-4 flex flex-wrap items-center gap-4">
        <PageHeading>{t('bookings.title')}</PageHeading>
        <Link to="/book" className={`${buttonLook('secondary')} ms-auto`}>
          {t('bookings.newBooking')}
        </Link>
      </div>
      <nav aria-label={t('bookings.title')} className="mb-6 flex border-b border-card">
        <Link
          to="/bookings"
          search={{}}
          activeOptions={{ exact: true, includeSearch: true }}
          activeProps={{ className: CURRENT }}
          className={TAB}
        >
          {t('bookings.upcoming')}
        </Link>
        <Link
          to="/bookings"
          search={{ list: 'past' }}
          activeOptions={{ exact: true, includeSearch: true }}
          activeProps={{ className: CURRENT }}
          className={TAB}
        >
          {t('bookings.past')}
        </Link>
      </nav>
      {which === 'upcoming' && (
        <Suspense fallback={null}>
          <LazyRelocations />
          <LazyMyWaits today={today} />
          <LazyMySeries />
          <LazyNoShowNotice />
          <LazyGroupList />
        </Suspense>
      )}
      <BookingPages
        key={which}
        which={which}
        today={today}
        yesterday={addDays(today, -1)}
        folded={which === 'past' ? NOTHING : fold?.folded}
        noteOf={({ id }) => {
          const next = fold?.next.get(id)
          return next ? (
            <Suspense fallback={null}>
              <LazySeriesLine {...next} />
            </Suspense>
          ) : null
        }}
      />
    </div>
  )
}
