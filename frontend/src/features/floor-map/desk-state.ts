import type { components } from '#/api/generated/schema'

type Schemas = components['schemas']

export type Holder = Schemas['PersonBrief']
export type Feature = Schemas['Feature']
export type PlannedDesk = Schemas['Desk']
export type PlannedArea = Schemas['Area']
export type PlannedFloor = Schemas['FloorDetail']
export type DeskAvailability = Schemas['DeskAvailability']

/** How a desk stands in the interval looked at. `taken.by` is null when the viewer may not see who. */
export type DeskState =
  | { kind: 'free' }
  | { kind: 'mine'; bookingId: number | null }
  | { kind: 'taken'; by: Holder | null; partly: boolean; visitor?: boolean }
  | { kind: 'offered'; toMe: boolean }
  | { kind: 'drop_in' }
  | { kind: 'assigned'; to: Holder | null }
  | { kind: 'closed'; reason: string }

export type DeskKind = DeskState['kind']

/** The order of the legend; what is offered to somebody who waits is in it only where there is such a desk. */
export const DESK_KINDS: readonly DeskKind[] = ['free', 'mine', 'taken', 'drop_in', 'assigned', 'closed']

/** How `desk` stands by `line`; before the first answer, only what the layout itself says. */
export function deskState(desk: PlannedDesk, line: DeskAvailability | undefined): DeskState | null {
  if (!line) {
    if (desk.mode === 'assigned') return { kind: 'assigned', to: desk.assigned_to }
    if (desk.mode === 'unavailable') return { kind: 'closed', reason: '' }
    return null
  }
  switch (line.state) {
    case 'free':
      return { kind: 'free' }
    case 'mine':
      return { kind: 'mine', bookingId: line.booking ?? null }
    case 'taken':
      return {
        kind: 'taken',
        by: line.holder ?? null,
        partly: line.partly ?? false,
        ...(line.visitor && { visitor: true }),
      }
    case 'offered':
      return { kind: 'offered', toMe: line.to_me ?? false }
    case 'drop_in':
      return { kind: 'drop_in' }
    case 'assigned':
      return { kind: 'assigned', to: line.holder ?? desk.assigned_to }
    case 'closed':
    case 'unavailable':
      return { kind: 'closed', reason: line.reason ?? '' }
  }
}

/** Who the state says sits there, if anyone may know. */
export function holderOf(state: DeskState | null): Holder | null {
  if (state?.kind === 'taken') return state.by
  if (state?.kind === 'assigned') return state.to
  return null
}

/** Whether the desk can be had in the interval: booked, or walked up to. */
export function isOpen(state: DeskState | null): boolean {
  return state?.kind === 'free' || state?.kind === 'drop_in'
}

/** The states of a floor's desks by id. */
export function statesById(
  desks: readonly PlannedDesk[],
  lines: readonly DeskAvailability[] | undefined,
): Map<number, DeskState | null> {
  const byDesk = new Map((lines ?? []).map((line) => [line.desk, line]))
  return new Map(desks.map((desk) => [desk.id, deskState(desk, byDesk.get(desk.id))]))
}
