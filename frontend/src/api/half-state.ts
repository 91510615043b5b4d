import type { components } from './generated/schema'

type Schemas = components['schemas']
type PlanDay = Schemas['PlanDay']
type Place = Schemas['Place']
type Pending = PlanDay['pending'][number]
type Half = 'am' | 'pm'

/** How far a request is, as a cell of a plan says it. */
export type CellState = NonNullable<Schemas['Stretch']['request']>['state'] | 'paused'

/** What half a day of mine is: the one union that a cell is drawn from. */
export type HalfState =
  /** Nothing said: presumed in the office. */
  | { kind: 'empty' }
  /** By the usual week. */
  | { kind: 'usual'; place: Place }
  /** A desk is booked. */
  | { kind: 'desk'; code: string; present: boolean }
  /** In the office by my own word, without a desk. */
  | { kind: 'noDesk' }
  | { kind: 'own'; place: Place; note: string }
  | { kind: 'telework'; place: Place; request: number | null; state: CellState | null }
  /** Asked for; `under` is what holds until it is decided. */
  | { kind: 'pending'; place: Place; request: number; state: Pending['state']; under: HalfState }

/** What a half of `plan` is; null on a day that is closed and empty. */
export function halfState(plan: PlanDay, half: Half): HalfState | null {
  const held = heldState(plan, half)
  const pending = plan.pending.find((one) => covers(plan, one, half))
  if (!pending) return held
  return {
    kind: 'pending',
    place: placeOfForm(pending.form),
    request: pending.id,
    state: pending.state,
    under: held ?? { kind: 'empty' },
  }
}

/** Whether both halves say the same: then a choice is for the whole day. */
export function alike(plan: PlanDay): boolean {
  return JSON.stringify(halfState(plan, 'am')) === JSON.stringify(halfState(plan, 'pm'))
}

/** Whether a half is, or is asked to be, elsewhere than in the office. */
export function isAway(state: HalfState | null): boolean {
  return state !== null && 'place' in state && state.place !== 'office'
}

/** A request for a form of telework stands in the ledger as this place. */
function placeOfForm(form: Pending['form']): Place {
  return form === 'home' ? 'home' : 'satellite'
}

function heldState(plan: PlanDay, half: Half): HalfState | null {
  const stretch = plan[half]
  if (!stretch) return plan.working_day ? { kind: 'empty' } : null
  const { place, source, desk, request, working } = stretch
  if (source === 'default') return { kind: 'empty' }
  if (source === 'pattern') return { kind: 'usual', place }
  if (desk) return { kind: 'desk', code: desk.code, present: stretch.present }
  if (place === 'home' || place === 'satellite')
    return {
      kind: 'telework',
      place,
      request: request?.id ?? null,
      state: working === 'paused' ? working : (request?.state ?? null),
    }
  if (place === 'office') return { kind: 'noDesk' }
  return { kind: 'own', place, note: stretch.note }
}

/** Hours of one's own stand in each half they touch. */
function covers(plan: PlanDay, { unit, start, end }: Pending, half: Half): boolean {
  if (unit === half || unit === 'full') return true
  if (unit !== 'hours') return false
  const stretch = plan[half]
  return (
    !stretch || (Date.parse(start) < Date.parse(stretch.end) && Date.parse(stretch.start) < Date.parse(end))
  )
}
