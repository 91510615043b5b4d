import { middle, type Placed } from './geometry'

export type Direction = 'left' | 'right' | 'up' | 'down'

const DIRECTION_OF_KEY: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

export function directionOf(key: string): Direction | null {
  return DIRECTION_OF_KEY[key] ?? null
}

/** A step sideways counts this many times a step ahead, so that a row is walked along before it is left. */
const SIDEWAYS_WEIGHT = 3

/**
 * The desk an arrow key leads to: ahead in `direction` and nearest, straight before slanting.
 * Null at the edge of the floor. What is more than 45 degrees and a desk's breadth off is not ahead.
 */
export function neighbourOf<Desk extends Placed>(
  desks: readonly Desk[],
  from: Desk,
  direction: Direction,
): Desk | null {
  const start = middle(from)
  let found: Desk | null = null
  let best = Infinity
  for (const desk of desks) {
    if (desk.id === from.id) continue
    const centre = middle(desk)
    const dx = centre.x - start.x
    const dy = centre.y - start.y
    const [ahead, aside] = {
      left: [-dx, Math.abs(dy)],
      right: [dx, Math.abs(dy)],
      up: [-dy, Math.abs(dx)],
      down: [dy, Math.abs(dx)],
    }[direction] as [number, number]
    if (ahead < 0.1 || aside > ahead + Math.max(from.width, from.height)) continue
    const cost = ahead + aside * SIDEWAYS_WEIGHT
    if (cost < best) {
      best = cost
      found = desk
    }
  }
  return found
}

/** The order in which list and screen reader meet the desks: my own areas first, then by area and by code. */
export function inReadingOrder<Desk extends { code: string; area: number }>(
  desks: readonly Desk[],
  areas: readonly { id: number; code: string; mine: boolean }[],
): Desk[] {
  const ordered = [...areas].sort((a, b) => Number(b.mine) - Number(a.mine) || a.code.localeCompare(b.code))
  const rank = new Map(ordered.map((area, index) => [area.id, index]))
  return [...desks].sort(
    (a, b) =>
      (rank.get(a.area) ?? areas.length) - (rank.get(b.area) ?? areas.length) || a.code.localeCompare(b.code),
  )
}
