import { type Box, outline } from '#/ui/plan/geometry'
import { type EditedDesk, metres } from './plan'

/** The grid that a dragged thing falls on where no neighbour is near, in metres. */
export const GRID = 0.1

/** The lines that edges and middles of the desks that stay lie on, sorted; made once when a drag begins. */
export interface Lines {
  x: Float64Array
  y: Float64Array
}

export interface Snapped {
  dx: number
  dy: number
  /** Where the line to show lies, in metres; null where only the grid holds. */
  guideX: number | null
  guideY: number | null
}

export function linesOf(staying: readonly EditedDesk[], areas: readonly Box[]): Lines {
  const x = new Set<number>()
  const y = new Set<number>()
  for (const box of [...staying.map(outline), ...areas]) {
    x.add(box.x)
      .add(box.x + box.width / 2)
      .add(box.x + box.width)
    y.add(box.y)
      .add(box.y + box.height / 2)
      .add(box.y + box.height)
  }
  return { x: Float64Array.from(x).sort(), y: Float64Array.from(y).sort() }
}

/** Where a box dragged by `dx`, `dy` comes to rest: at a neighbour's line within `reach` metres, else on the grid. */
export function snapped(box: Box, dx: number, dy: number, lines: Lines, reach: number): Snapped {
  const across = alongOne(box.x, box.width, dx, lines.x, reach)
  const down = alongOne(box.y, box.height, dy, lines.y, reach)
  return { dx: across.by, dy: down.by, guideX: across.guide, guideY: down.guide }
}

function alongOne(
  start: number,
  length: number,
  by: number,
  lines: Float64Array,
  reach: number,
): { by: number; guide: number | null } {
  let best = reach
  let guide: number | null = null
  let shift = 0
  for (const offset of [0, length / 2, length]) {
    const at = start + offset + by
    const line = nearest(lines, at)
    if (line === null) continue
    const away = Math.abs(line - at)
    if (away < best - 1e-6) {
      best = away
      guide = line
      shift = line - at
    }
  }
  if (guide !== null) return { by: metres(by + shift), guide }
  return { by: metres(Math.round((start + by) / GRID) * GRID - start), guide: null }
}

/** The value of a sorted list that is nearest to `wanted`. */
export function nearest(sorted: Float64Array, wanted: number): number | null {
  if (sorted.length === 0) return null
  let low = 0
  let high = sorted.length - 1
  while (low < high) {
    const half = (low + high) >> 1
    if ((sorted[half] ?? 0) < wanted) low = half + 1
    else high = half
  }
  const after = sorted[low] ?? 0
  const before = sorted[low - 1]
  return before !== undefined && wanted - before < after - wanted ? before : after
}
