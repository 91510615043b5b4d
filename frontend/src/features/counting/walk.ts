import type { components } from '#/api/generated/schema'
import type { Counted, QueuedCount } from './count-queue'

export type Walk = components['schemas']['Walk']
export type AreaToCount = components['schemas']['AreaToCount']

/** A count of longer ago belongs to an earlier walk: the area is to be counted again. */
const WALK_MS = 90 * 60_000

/** An area on the walk, what waits to be sent of it, and its last count as the server knows it. */
export interface WalkLine {
  id: number
  code: string
  name: string
  inService: number
  waiting: QueuedCount | null
  last: Counted | null
  /** Counted on this walk. */
  done: boolean
}

/** The walk with what was counted; `now` is the server's time in milliseconds since 1970. */
export function walkLines(
  walk: Walk,
  counts: readonly Counted[],
  waiting: readonly QueuedCount[],
  now: number,
): WalkLine[] {
  return walk.areas.map(({ area, in_service }) => {
    const queued = waiting.findLast((one) => one.area === area.id) ?? null
    const last = counts.findLast((one) => one.area === area.id) ?? null
    const fresh = last !== null && now - Date.parse(last.at) < WALK_MS
    return {
      ...area,
      inService: in_service,
      waiting: queued,
      last,
      done: queued !== null || fresh || in_service === 0,
    }
  })
}

/** The area to count: the one that was chosen, else the next that is not done, after `after` and then from the first. */
export function toCount(
  lines: readonly WalkLine[],
  chosen: number | null,
  after: number | null,
): WalkLine | null {
  const asked = lines.find((line) => line.id === chosen)
  if (asked) return asked
  const start = lines.findIndex((line) => line.id === after) + 1
  return [...lines.slice(start), ...lines.slice(0, start)].find((line) => !line.done) ?? null
}

/** How many desks were typed; null where that is no number. */
export function typedNumber(text: string): number | null {
  const plain = text.normalize('NFKC').trim()
  return /^\d{1,4}$/.test(plain) ? Number(plain) : null
}
