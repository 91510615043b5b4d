import type { components } from '#/api/generated/schema'

type Schemas = components['schemas']
export type DraftContent = Schemas['DraftContent']
export type DraftDesk = Schemas['DraftDesk']
export type DraftArea = Schemas['DraftArea']
export type DeskMode = Schemas['DeskMode']
export type Feature = Schemas['Feature']
export type Home = Schemas['Home']

/** A desk in work. Codes may be empty, changed or there twice, so `id` says which one is meant. */
export interface EditedDesk extends DraftDesk {
  id: number
}

export interface EditedArea extends DraftArea {
  id: number
}

/** A floor in work, in metres from its upper left. Never changed in place: a command makes the next one. */
export interface EditedPlan {
  width: number
  height: number
  areas: readonly EditedArea[]
  desks: readonly EditedDesk[]
}

export const DESK_MODES: readonly DeskMode[] = ['bookable', 'drop_in', 'assigned', 'unavailable']
export const FEATURES: readonly Feature[] = ['monitor', 'height_adjustable', 'quiet', 'accessible', 'window']

/** As the server keeps lengths: to a tenth of a millimetre. */
export function metres(length: number): number {
  return Math.round(length * 10_000) / 10_000
}

/** Degrees from 0 up to 360. */
export function degrees(turn: number): number {
  return metres(((turn % 360) + 360) % 360)
}

/** The content of a draft with a number for each desk and area. */
export function editedPlan(content: DraftContent): EditedPlan {
  return {
    width: content.width,
    height: content.height,
    areas: content.areas.map((area, index) => ({ ...area, id: index + 1 })),
    desks: content.desks.map((desk, index) => ({ ...desk, id: index + 1 })),
  }
}

/** What is sent: the plan without our numbers, desks and areas in the order in which mistakes will name them. */
export function contentOf(plan: EditedPlan): DraftContent {
  return {
    width: plan.width,
    height: plan.height,
    areas: plan.areas.map(({ id: _id, ...area }) => area),
    desks: plan.desks.map(({ id: _id, ...desk }) => desk),
  }
}

/** A number that nothing of the list has. */
export function nextId(things: readonly { id: number }[]): number {
  return things.reduce((highest, thing) => Math.max(highest, thing.id), 0) + 1
}
