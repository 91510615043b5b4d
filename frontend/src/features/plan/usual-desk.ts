import type { Booking } from './queries'

export type UsualDesk = Booking['desk']

/** Sat at less often than this, no desk is the usual one. */
const OFTEN = 2

/** The desk that I had on most days of late; null where there is none. */
export function usualDesk(latest: readonly Booking[]): UsualDesk | null {
  const days = new Map<number, Set<string>>()
  let best: UsualDesk | null = null
  for (const { desk, day, state } of latest) {
    if (state === 'cancelled' || state === 'released') continue
    const known = days.get(desk.id) ?? new Set()
    days.set(desk.id, known.add(day))
    if (known.size >= OFTEN && known.size > (best ? (days.get(best.id)?.size ?? 0) : 0)) best = desk
  }
  return best
}
