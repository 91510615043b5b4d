import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { BookSearch } from '#/features/bookings/search'
import { askedWords } from '#/features/bookings/words'
import { LazyJoinWait } from '#/features/waitlists/lazily'
import type { BookState } from './useBookState'

interface WaitHereProps {
  state: BookState
  shown: NonNullable<BookState['shown']>
  search: BookSearch
  onChoose: (desk: number, floor: number | undefined) => void
}

/** The way into a waiting list, where the area looked at has no free desk that fits. */
export function WaitHere({ state, shown, search, onChoose }: WaitHereProps) {
  const { t } = useTranslation()
  const { me, day, asked } = state
  const area = fullArea(state, shown, search)
  if (!area || !me.person || day < me.today || state.changing) return null
  // Whoever sits there already has what they would wait for.
  if (state.mine.some((booking) => booking.desk.area === area.id)) return null
  return (
    <Suspense fallback={null}>
      <LazyJoinWait
        key={`${area.id} ${day}`}
        area={area}
        ownAreas={area.mine && me.home_areas.length > 1}
        day={day}
        today={me.today}
        asked={asked}
        part={askedWords(t, asked)}
        features={search.features ?? []}
        onInstead={onChoose}
      />
    </Suspense>
  )
}

/** The area that was looked for and has nothing: that of the chosen desk, the one filtered by, else one's own. */
function fullArea({ lines }: BookState, shown: NonNullable<BookState['shown']>, search: BookSearch) {
  const { plan, states } = shown
  if (lines.size === 0) return null
  const chosen = plan.desks.find((desk) => desk.id === search.desk)
  const wanted = chosen?.area ?? search.area
  const candidates = wanted
    ? plan.areas.filter((one) => one.id === wanted)
    : plan.areas.filter((one) => one.mine)
  return (
    candidates.find((area) => {
      const bookable = plan.desks.filter((desk) => desk.area === area.id && desk.mode === 'bookable')
      const fitting = bookable.filter((desk) =>
        (search.features ?? []).every((feature) => desk.features.includes(feature)),
      )
      return fitting.length > 0 && !fitting.some((desk) => states.get(desk.id)?.kind === 'free')
    }) ?? null
  )
}
