import { isWeekend } from './period'
import type {
  Place,
  SectionAttendance,
  SectionDay,
  SectionHalf,
  SectionPending,
  SectionPerson,
} from './queries'

export type HalfName = 'am' | 'pm'
export const HALVES: readonly HalfName[] = ['am', 'pm']

/** A half of somebody's day as its cell shows it. */
export type Cell =
  | { kind: 'known'; place: Place; half: SectionHalf }
  /** Nobody has said: presumed at the office. */
  | { kind: 'presumed'; place: Place; half: SectionHalf }
  | { kind: 'pending'; place: Place; half: SectionHalf | null; request: SectionPending }
  | { kind: 'hidden' }
  | { kind: 'nothing' }

const PLACE_OF_FORM = { home: 'home', satellite: 'satellite', mobile: 'satellite' } as const

/** What somebody's half on the day with that number is. A request that waits comes before what it would change. */
export function cellOf(person: SectionPerson, day: number, half: HalfName): Cell {
  const cell = person.days[day]
  if (!cell?.visible) return { kind: 'hidden' }
  const known = cell[half]
  const request = cell.pending.find((one) => one.state === 'submitted' && one[half])
  if (request) return { kind: 'pending', place: PLACE_OF_FORM[request.form], half: known, request }
  if (!known) return { kind: 'nothing' }
  return { kind: known.source === 'default' ? 'presumed' : 'known', place: known.place, half: known }
}

/** A day of the section with its place in the answer. */
export interface Column {
  index: number
  day: SectionDay
  /** Nobody works: one narrow column. */
  closed: boolean
  /** The first column of a week of the month. */
  newWeek: boolean
}

/** The days that are shown: weekends only where somebody has something on them. */
export function columnsOf({ days, people }: SectionAttendance): Column[] {
  const columns: Column[] = []
  for (const [index, day] of days.entries()) {
    const closed = !day.working_day && !people.some(({ days: cells }) => cells[index]?.am || cells[index]?.pm)
    if (closed && isWeekend(day.day)) continue
    const before = columns.at(-1)
    columns.push({ index, day, closed, newWeek: before !== undefined && index - before.index > 1 })
  }
  return columns
}

/** Requests that wait for the reader in these days. */
export function waitingCount({ people }: SectionAttendance): number {
  const waiting = new Set<number>()
  for (const person of people) {
    if (!person.may_decide) continue
    for (const cell of person.days)
      for (const one of cell.pending) if (one.state === 'submitted') waiting.add(one.id)
  }
  return waiting.size
}

export interface PlaceCount {
  place: Place | 'hidden' | 'nothing'
  people: { person: SectionPerson; cell: Cell }[]
}

const ORDER: readonly PlaceCount['place'][] = [
  'office',
  'home',
  'satellite',
  'trip',
  'leave',
  'hidden',
  'nothing',
]

/** The people of a half by where they are; whose request waits stands where they still are. */
export function byPlace({ people }: SectionAttendance, day: number, half: HalfName): PlaceCount[] {
  const found = new Map<PlaceCount['place'], PlaceCount['people']>()
  for (const person of people) {
    const cell = cellOf(person, day, half)
    const place =
      cell.kind === 'hidden' || cell.kind === 'nothing'
        ? cell.kind
        : cell.kind === 'pending'
          ? (cell.half?.place ?? 'nothing')
          : cell.place
    const here = found.get(place) ?? []
    here.push({ person, cell })
    found.set(place, here)
  }
  return ORDER.flatMap((place) => {
    const here = found.get(place)
    return here ? [{ place, people: here }] : []
  })
}
