import { createFileRoute } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { bookingsOfDayOptions } from '#/api/bookings'
import { type Me, meOptions, useMe } from '#/api/me'
import { myPlanOptions } from '#/features/attendance/queries'
import { LazyNoShowNotice } from '#/features/my-bookings/lazily'
import { LazyRelocations } from '#/features/relocation/lazily'
import { LazyMyWaits } from '#/features/waitlists/lazily'
import { dayName } from '#/lib/dates'
import { lazyPart } from '#/lib/lazyPart'
import { useLanguage } from '#/lib/useLanguage'
import { PageHeading } from '#/ui/PageHeading'
import { Skeleton } from '#/ui/Skeleton'
import { ComingDays } from './-today/ComingDays'
import { MyDay } from './-today/MyDay'
import { MySection } from './-today/MySection'

const DAYS_AHEAD = 10

const FavouritesToday = lazyPart(
  async () => (await import('#/features/people/FavouritesToday')).FavouritesToday,
  'people',
)

const Waiting = lazyPart(async () => (await import('./-today/Waiting')).Waiting, 'telework')

export const Route = createFileRoute('/')({
  // Asked for while the code of the screen is still on its way; the screen itself says what failed.
  loader: async ({ context: { queryClient } }) => {
    const me = await queryClient.ensureQueryData(meOptions())
    if (!me.person) return
    const { from, to } = coming(me)
    void queryClient.prefetchQuery(bookingsOfDayOptions(me.working_days[0] ?? me.today))
    void queryClient.prefetchQuery(myPlanOptions(from, to))
  },
  component: Today,
})

/** The start page: my day, what waits for me, the coming days, my section. */
function Today() {
  const { t } = useTranslation()
  const language = useLanguage()
  const me = useMe()
  const { from, to } = coming(me)
  const day = me.working_days[0] ?? me.today
  const department = me.person?.department
  return (
    <div className="flex max-w-300 flex-col gap-8">
      <PageHeading title={t('today.title')}>
        {t('today.heading', { day: dayName(me.today, language) })}
      </PageHeading>
      {me.person && (
        <Suspense fallback={null}>
          <LazyRelocations />
          <LazyMyWaits today={me.today} />
          <LazyNoShowNotice />
        </Suspense>
      )}
      <div className="-mt-4 grid gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div>
          <MyDay me={me} day={day} from={from} to={to} />
        </div>
        {me.person && (
          <Suspense fallback={<Skeleton className="h-40" />}>
            <Waiting me={me} from={from} to={to} />
          </Suspense>
        )}
      </div>
      {me.person && <ComingDays from={from} to={to} today={me.today} />}
      {me.person && (
        <Suspense fallback={null}>
          <FavouritesToday day={day} />
        </Suspense>
      )}
      {department && <MySection department={department} day={day} isToday={day === me.today} />}
    </div>
  )
}

/** The first and the last of the coming working days. */
function coming({ working_days, today }: Me): { from: string; to: string } {
  return { from: working_days[0] ?? today, to: working_days[DAYS_AHEAD - 1] ?? working_days.at(-1) ?? today }
}
