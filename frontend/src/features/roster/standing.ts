import type { components } from '#/api/generated/schema'

export type Roster = components['schemas']['Roster']
export type HeadCount = components['schemas']['HeadCount']
export type Line = components['schemas']['RosterPerson']
export type Mark = components['schemas']['SafetyMark']
export type Status = components['schemas']['SafetyStatus']
export type Kind = components['schemas']['HeadCountKind']

/** How somebody stands in a head count: marked, not yet marked, or not marked in time (未確認). */
export type Accounted = 'unaccounted' | 'waiting' | 'needs_help' | 'absent' | 'safe'

/** A mark made on this device that the server has not taken yet; `madeAt` in milliseconds since 1970. */
export interface QueuedMark {
  id: string
  headCount: string
  person: number
  status: Status
  note: string
  madeAt: number
}

export interface CountLine extends Line {
  state: Accounted
  mark: Mark | null
  /** Marked here, and on its way to the server. */
  onItsWay: boolean
}

const ORDER: Record<Accounted, number> = { unaccounted: 0, needs_help: 1, waiting: 2, absent: 3, safe: 4 }

/** Everybody of a head count with how they stand at `now`: who is unaccounted for comes first. */
export function countLines(
  headCount: HeadCount,
  queued: readonly QueuedMark[],
  now: number,
  me: string,
): CountLine[] {
  const marks = new Map(headCount.marks.map((mark) => [mark.person, mark]))
  const waiting = new Set<number>()
  for (const one of queued) {
    if (one.headCount !== headCount.id) continue
    waiting.add(one.person)
    marks.set(one.person, queuedAsMark(one, me))
  }
  const late = now >= Date.parse(headCount.due_at)
  return headCount.people
    .map((line) => {
      const mark = marks.get(line.person) ?? null
      return { ...line, mark, state: stateOf(mark, late), onItsWay: waiting.has(line.person) }
    })
    .sort((one, other) => ORDER[one.state] - ORDER[other.state])
}

/** How many stand how. */
export function counted(lines: readonly CountLine[]): Record<Accounted, number> {
  const counts: Record<Accounted, number> = { unaccounted: 0, waiting: 0, needs_help: 0, absent: 0, safe: 0 }
  for (const line of lines) counts[line.state] += 1
  return counts
}

/** The head count with a mark the server has taken, until it is read anew. */
export function withMark(headCount: HeadCount, queued: QueuedMark, me: string): HeadCount {
  const others = headCount.marks.filter((mark) => mark.person !== queued.person)
  return { ...headCount, marks: [...others, queuedAsMark(queued, me)] }
}

/** Whether a line is found by what was typed: every word in name, reading or number, however it is typed. */
export function isFound(line: Line, typed: string): boolean {
  const words = typed.normalize('NFKC').split(/\s+/).map(folded).filter(Boolean)
  return words.every((word) => line.search.includes(word))
}

/** Lower case, no spaces, hiragana: as the server folds `search`, but for variants of kanji. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s・･.·,、-]+/g, '')
    .replace(/[ァ-ヶ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x60))
}

function stateOf(mark: Mark | null, late: boolean): Accounted {
  if (mark && mark.status !== 'unmarked') return mark.status
  return late ? 'unaccounted' : 'waiting'
}

function queuedAsMark(queued: QueuedMark, me: string): Mark {
  return {
    person: queued.person,
    status: queued.status,
    note: queued.note,
    made_at: new Date(queued.madeAt).toISOString(),
    made_by: me,
    by_self: false,
  }
}
