import type { DeskFound, PersonFound } from './queries'

/** Something the search found; a person without a visible desk can be read, not chosen. */
export type Found =
  | { kind: 'person'; person: PersonFound; canOpen: boolean }
  | { kind: 'desk'; desk: DeskFound; canOpen: true }

const DESKS_SHOWN = 6

/** People first, unless only desks were found; in the order of the server. */
export function foundOf(people: readonly PersonFound[], desks: readonly DeskFound[]): Found[] {
  return [
    ...people.map((person): Found => ({ kind: 'person', person, canOpen: person.desk !== null })),
    ...desks.slice(0, DESKS_SHOWN).map((desk): Found => ({ kind: 'desk', desk, canOpen: true })),
  ]
}

/** The next one that can be opened from `at` on, going round; -1 when there is none. */
export function nextOpen(found: readonly Found[], at: number, step: 1 | -1): number {
  for (let tried = 1; tried <= found.length; tried++) {
    const index = (at + step * tried + found.length * tried) % found.length
    if (found[index]?.canOpen) return index
  }
  return -1
}
