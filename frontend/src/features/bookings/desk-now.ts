import type { Booking, DeskDay } from './offer'

type Held = DeskDay['held'][number]

/** How a desk stands at this moment, for who stands in front of it. */
export type DeskNow =
  /** I sit here. */
  | { kind: 'sitting'; booking: Booking }
  /** Mine from now on, not checked in yet; `open` when the check-in is. */
  | { kind: 'mine'; booking: Booking; open: boolean }
  | { kind: 'taken'; held: Held }
  | { kind: 'closed'; held: Held }
  /** Free to sit down at until `until`, an instant. */
  | { kind: 'walk_up'; until: string; next: boolean }
  /** Free, but this person may not sit down now. */
  | { kind: 'shut' }

/** Read the desk's day at the instant `now` (milliseconds). */
export function deskNow(day: DeskDay, now: number): DeskNow {
  const booking = day.my_booking?.desk.id === day.desk.id ? day.my_booking : null
  if (booking?.state === 'checked_in') return { kind: 'sitting', booking }
  if (booking && (day.check_in === 'my_booking' || Date.parse(booking.start) <= now)) {
    return { kind: 'mine', booking, open: day.check_in === 'my_booking' }
  }
  const held = day.held.find((one) => Date.parse(one.start) <= now && now < Date.parse(one.end))
  if (held?.kind === 'closure') return { kind: 'closed', held }
  if (held && !held.mine) return { kind: 'taken', held }
  if (day.check_in === 'walk_up') {
    return { kind: 'walk_up', until: day.next_taken_at ?? day.closes_at, next: day.next_taken_at !== null }
  }
  return booking ? { kind: 'mine', booking, open: false } : { kind: 'shut' }
}

/** My desk elsewhere at this moment, which a walk-up here would contradict. */
export function deskElsewhere(day: DeskDay, now: number): Booking | null {
  const mine = day.my_booking
  if (!mine || mine.desk.id === day.desk.id) return null
  return Date.parse(mine.start) <= now && now < Date.parse(mine.end) ? mine : null
}
