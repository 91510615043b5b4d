import type { components } from '#/api/generated/schema'
import type { Problem } from '#/api/problem'
import { cityClock } from '#/lib/city-time'
import type { Asked } from './search'

export type { Problem }

type Schemas = components['schemas']
export type Booking = Schemas['Booking']
export type DeskDay = Schemas['DeskDay']

/** What the panel of a desk has to offer. */
export type Offer =
  /** The desk can be booked as asked. */
  | { kind: 'book' }
  /** The person has a desk then: it is given up for this one. */
  | { kind: 'change'; giveUp: Booking }
  /** It is the person's own; `retime` when other hours are asked for than it has. */
  | { kind: 'mine'; booking: Booking; retime: boolean }
  /** A desk to sit down at, here and now. */
  | { kind: 'walk_up' }
  | { kind: 'refused'; refusal: Problem }

/**
 * What may be done with the desk of `day` for the hours `asked`.
 * `changing` is the booking the person came to change, if any: it is the one given up.
 */
export function offerOf(day: DeskDay, asked: Asked, changing: Booking | null): Offer {
  const mine = changing ?? day.my_booking
  if (mine && mine.desk.id === day.desk.id) {
    return { kind: 'mine', booking: mine, retime: mine.may.includes('change') && !sameHours(mine, asked) }
  }
  const refusal = day.answer.allowed ? null : day.answer.refusal
  if (mine?.may.includes('change') && (refusal === null || onlyInTheWay(refusal, mine))) {
    return { kind: 'change', giveUp: mine }
  }
  if (refusal === null) return { kind: 'book' }
  if (day.check_in === 'walk_up' && refusal.code !== 'already_booked') return { kind: 'walk_up' }
  return { kind: 'refused', refusal }
}

/** Whether the refusal goes away when `mine` is given up. */
function onlyInTheWay(refusal: Problem, mine: Booking): boolean {
  if (refusal.code === 'quota_reached') return true
  if (refusal.code !== 'already_booked') return false
  const rival = refusal.conflicts_with
  return !rival || (rival.kind !== 'plan' && (!rival.id || rival.id === mine.id))
}

function sameHours(booking: Booking, asked: Asked): boolean {
  if ('part' in asked) return booking.part === asked.part
  return cityClock(booking.start) === asked.start && cityClock(booking.end) === asked.end
}
