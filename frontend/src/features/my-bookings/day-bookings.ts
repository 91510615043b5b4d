import type { Booking } from '#/api/bookings'

export interface DayBookings {
  /** The booking the day's card is about; null when there is none to speak of. */
  current: Booking | null
  /** Live bookings of the day beside it. */
  others: Booking[]
  /** Released for want of a check-in, and still to be had back. */
  lost: Booking[]
}

/** Sort a day's bookings: the one in use, else the next one, else the last one that was used. */
export function dayBookings(bookings: readonly Booking[], now: Date): DayBookings {
  const inOrder = [...bookings].sort((one, other) => Date.parse(one.start) - Date.parse(other.start))
  const live = inOrder.filter(isLive)
  const current =
    live.find((booking) => booking.state === 'checked_in') ??
    live.find((booking) => Date.parse(booking.end) > now.getTime()) ??
    inOrder.findLast((booking) => booking.state === 'checked_out') ??
    live.at(-1) ??
    null
  return {
    current,
    others: live.filter((booking) => booking !== current),
    lost: inOrder.filter((booking) => booking.state === 'released' && booking.may.includes('restore')),
  }
}

function isLive(booking: Booking): boolean {
  return booking.state === 'booked' || booking.state === 'checked_in'
}
