import type { components } from '#/api/generated/schema'
import { cityDay, cityMinutes, minutesOf } from '#/lib/city-time'

type Schemas = components['schemas']
export type DeskHeld = Schemas['DeskHeld']
export type BuildingParts = Schemas['Building']['parts']

/** A piece of a desk's day, in minutes from midnight. `part` names a free piece that is a usual half. */
export interface DayStretch {
  kind: 'free' | 'mine' | 'taken' | 'closed'
  from: number
  to: number
  part: 'am' | 'noon' | 'pm' | null
  held: DeskHeld | null
}

export interface DaySpan {
  from: number
  to: number
}

/** The bar's ends: the building's full day, widened by what lies outside it. */
export function daySpan(held: readonly DeskHeld[], parts: BuildingParts): DaySpan {
  const ends = { from: minutesOf(parts.full.start), to: minutesOf(parts.full.end) }
  for (const one of held) {
    if (one.kind === 'closure') continue
    ends.from = Math.min(ends.from, cityMinutes(one.start))
    ends.to = Math.max(ends.to, cityMinutes(one.end))
  }
  return ends
}

/** A desk's day cut into what is held and what is free; free time is cut where the halves of the day meet. */
export function dayStretches(held: readonly DeskHeld[], parts: BuildingParts, day: string): DayStretch[] {
  const span = daySpan(held, parts)
  const noon = { from: minutesOf(parts.am.end), to: minutesOf(parts.pm.start) }
  const stretches: DayStretch[] = []
  let reached = span.from
  const inOrder = [...held].sort((a, b) => a.start.localeCompare(b.start))
  for (const one of inOrder) {
    const from = Math.max(reached, minutesOn(day, one.start))
    const to = Math.min(span.to, minutesOn(day, one.end))
    if (to <= from) continue
    stretches.push(...freeBetween(reached, from, noon))
    const kind = one.kind === 'closure' ? 'closed' : one.mine ? 'mine' : 'taken'
    stretches.push({ kind, from, to, part: null, held: one })
    reached = to
  }
  stretches.push(...freeBetween(reached, span.to, noon))
  return stretches
}

function freeBetween(from: number, to: number, noon: DaySpan): DayStretch[] {
  const cuts = [from, ...[noon.from, noon.to].filter((cut) => cut > from && cut < to), to]
  return cuts.slice(1).flatMap((end, index) => {
    const begin = cuts[index] ?? from
    if (end <= begin) return []
    const part =
      end <= noon.from ? 'am' : begin >= noon.to ? 'pm' : begin >= noon.from && end <= noon.to ? 'noon' : null
    return [{ kind: 'free' as const, from: begin, to: end, part, held: null }]
  })
}

/** Minutes of `day` at which an instant falls: 0 when it is earlier, 1,440 when it is later. A closure may last weeks. */
function minutesOn(day: string, instant: string): number {
  const its = cityDay(instant)
  return its < day ? 0 : its > day ? 24 * 60 : cityMinutes(instant)
}
