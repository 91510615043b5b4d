import { wholeTyped } from '../numbers'
import type { Placement, Proposal, Wish } from '../shapes'

export const SECONDS = ['5', '30', '60', '120'] as const
export const STRENGTHS = ['0', '2', '6'] as const

export interface Pair {
  key: number
  a: number
  b: number
}

/** A placement as it is being asked for. */
export interface WishDraft {
  name: string
  /** The floor each of some sections has to be on. */
  fixed: Record<number, number>
  counters: number[]
  countersLow: string
  near: Pair[]
  sharing: boolean
  /** `today`, the id of a placement, or nowhere. */
  start: string
  mostMoves: string
  seconds: string
}

export const NOWHERE = 'nowhere'
const NEAR_WEIGHT = 6
/** As in the API where nothing is said: sections of a division and of a bureau close, few moves, within 2 %. */
const STANDARD = { same_division: 4, same_bureau: 2, few_moves: 3, gap: 0.02 }

const COUNTERS_LOW = '2'
const A_MINUTE = '60'

/** What is asked where nothing is said: from today's floors, counters low, a minute. */
export function wishDraft(name: string, proposal: Proposal): WishDraft {
  return {
    name,
    fixed: {},
    counters: proposal.sections.filter(({ counter }) => counter).map(({ department }) => department.id),
    countersLow: COUNTERS_LOW,
    near: [],
    sharing: true,
    start: 'today',
    mostMoves: '',
    seconds: A_MINUTE,
  }
}

/** What is wrong with it: no name, or no number of moves. */
export function wrongInWish(draft: WishDraft): { name: boolean; mostMoves: boolean } {
  return {
    name: draft.name.trim() === '',
    mostMoves: wholeTyped(draft.mostMoves, 0, 2000) === undefined,
  }
}

/** The wish as it is sent. The desks of the sections are left to the server, which has them from the scenario. */
export function wishOf(draft: WishDraft, scenario: number, proposal: Proposal): Wish {
  return {
    name: draft.name.trim(),
    scenario,
    building: proposal.building.id,
    fixed: Object.entries(draft.fixed).map(([department, floor]) => ({
      department: Number(department),
      floor,
    })),
    counters: draft.counters,
    near: draft.near.map(({ a, b }) => ({ a, b, weight: NEAR_WEIGHT })),
    counters_low: Number(draft.countersLow),
    sharing: draft.sharing,
    start_from: draft.start === 'today' ? 'today' : draft.start === NOWHERE ? null : Number(draft.start),
    most_moves: wholeTyped(draft.mostMoves, 0, 2000) ?? null,
    seconds: Number(draft.seconds),
    ...STANDARD,
  }
}

/** A placement improved with few moves: it starts from this one, with some sections fixed to a floor. */
export function improvedWish(
  placement: Placement,
  name: string,
  pinned: Readonly<Record<number, number>>,
  mostMoves: number | null,
): Wish {
  const { asked } = placement
  return {
    name,
    building: placement.building.id,
    day: asked.day,
    scenario: placement.scenario?.id ?? null,
    sections: asked.sections.map(({ department, desks, counter, fixed_floor }) => ({
      department,
      desks,
      counter,
      fixed_floor: pinned[department] ?? fixed_floor,
    })),
    floors: asked.floors.map(({ floor, capacity }) => ({ floor, capacity })),
    near: [...asked.near],
    sharing: asked.sharing,
    same_division: asked.same_division,
    same_bureau: asked.same_bureau,
    counters_low: asked.counters_low,
    few_moves: asked.few_moves,
    gap: asked.gap,
    seconds: asked.seconds,
    start_from: placement.id,
    most_moves: mostMoves,
  }
}
