import { middle } from '#/ui/plan/geometry'
import type { EditedDesk, EditedPlan } from './plan'

export type Corner = 'top_left' | 'top_right' | 'bottom_left' | 'bottom_right'

export interface Numbering {
  /** The first code: `06A-001`. Its last run of digits counts on, as wide as it is written. */
  pattern: string
  /** Along rows first, or down columns first. */
  by: 'rows' | 'columns'
  from: Corner
}

interface Pattern {
  before: string
  first: number
  width: number
  after: string
}

/** The parts of a pattern; null when it has no digits to count with. */
export function patternOf(text: string): Pattern | null {
  const found = /^(.*?)(\d+)(\D*)$/.exec(text.trim())
  if (!found) return null
  const [, before = '', digits = '', after = ''] = found
  return { before, first: Number(digits), width: digits.length, after }
}

/** The code `index` places after the first. */
export function codeOf(pattern: Pattern, index: number): string {
  return `${pattern.before}${String(pattern.first + index).padStart(pattern.width, '0')}${pattern.after}`
}

/**
 * The new code of each desk, in the order of counting. Desks stand in one row (or column) when their middles are less
 * than half a desk apart.
 */
export function numbered(desks: readonly EditedDesk[], numbering: Numbering): Map<number, string> {
  const pattern = patternOf(numbering.pattern)
  if (!pattern) return new Map()
  return new Map(inOrder(desks, numbering).map((desk, index) => [desk.id, codeOf(pattern, index)]))
}

function inOrder(desks: readonly EditedDesk[], { by, from }: Numbering): EditedDesk[] {
  const across = from.endsWith('right') ? -1 : 1
  const down = from.startsWith('bottom') ? -1 : 1
  const spots = desks.map((desk) => {
    const { x, y } = middle(desk)
    return by === 'rows'
      ? { desk, line: y * down, along: x * across }
      : { desk, line: x * across, along: y * down }
  })
  const reach = Math.min(...desks.map((desk) => Math.min(desk.width, desk.height))) / 2
  spots.sort((a, b) => a.line - b.line)
  const ordered: EditedDesk[] = []
  for (let first = 0; first < spots.length; ) {
    const start = spots[first]
    let end = first
    while (end < spots.length && start && (spots[end]?.line ?? Infinity) - start.line < reach) end += 1
    const line = spots.slice(first, end).sort((a, b) => a.along - b.along)
    ordered.push(...line.map((spot) => spot.desk))
    first = end
  }
  return ordered
}

/** New codes that a desk outside the numbering has already. */
export function taken(plan: EditedPlan, codes: ReadonlyMap<number, string>): string[] {
  const wanted = new Set(codes.values())
  return plan.desks.filter((desk) => !codes.has(desk.id) && wanted.has(desk.code)).map((desk) => desk.code)
}

/** The pattern most of an area's desks follow, counting on from `from`: `06A-` and three digits. */
export function usualPattern(plan: EditedPlan, area: string, from = 1): string {
  const codes = plan.desks.filter((desk) => desk.area === area && desk.code !== '').map((desk) => desk.code)
  const known = patternOf(codes[0] ?? '')
  if (known) return `${known.before}${String(from).padStart(known.width, '0')}${known.after}`
  return `${area === '' ? '' : `${area}-`}${String(from).padStart(3, '0')}`
}

/** `count` codes of the area that no desk has: on from its highest number. */
export function freeCodes(plan: EditedPlan, area: string, count: number): string[] {
  const pattern = patternOf(usualPattern(plan, area))
  if (!pattern) return []
  const used = new Set(plan.desks.map((desk) => desk.code))
  let highest = 0
  for (const desk of plan.desks) {
    const known = patternOf(desk.code)
    if (known && known.before === pattern.before && known.after === pattern.after)
      highest = Math.max(highest, known.first)
  }
  const found: string[] = []
  // The pattern begins with 1, so its place 0 is number 1.
  for (let next = highest; found.length < count; next += 1) {
    const code = codeOf(pattern, next)
    if (!used.has(code)) found.push(code)
  }
  return found
}
