import type { components } from '#/api/generated/schema'
import type { BookSearch } from '#/features/bookings/search'
import { areaOn } from '#/features/bookings/words'
import { ChoicePanel } from '#/features/seating/ChoicePanel'
import { cityClock } from '#/lib/city-time'
import type { BookState } from './useBookState'

type Schemas = components['schemas']

interface ChosenForMeProps {
  search: BookSearch
  state: BookState
  onChosen: (desk: Schemas['DeskPlace']) => void
  onBooked: (booking: Schemas['Booking'], toast: number) => void
  onDetails: () => void
  onClose: () => void
}

/** おまかせ on this screen: what is looked at is what is asked for. */
export function ChosenForMe({ search, state, ...on }: ChosenForMeProps) {
  const { day, asked, changing, mine } = state
  const hours = 'part' in asked ? state.building?.parts[asked.part] : asked
  const shape = JSON.stringify([day, asked, search.near, search.features, search.person])
  return (
    <ChoicePanel
      key={shape}
      day={day}
      asked={asked}
      near={search.near}
      features={search.features ?? []}
      person={search.person}
      giveUp={changing ?? mine.find((booking) => meets(booking, hours)) ?? null}
      placeOf={(desk) => `${desk.floor_name} ${areaOn(desk.floor_name, desk.area_name)}`}
      {...on}
    />
  )
}

/** Whether a booking of the day lies in these hours, given as `HH:MM`. */
function meets(booking: Schemas['Booking'], hours: { start: string; end: string } | undefined): boolean {
  return !hours || (cityClock(booking.start) < hours.end && hours.start < cityClock(booking.end))
}
