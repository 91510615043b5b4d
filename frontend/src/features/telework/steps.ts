import type { TeleworkRequest } from './queries'

type State = TeleworkRequest['state']
export type StepName = 'requested' | 'approved' | 'worked' | 'reported' | 'confirmed'
export type StepLook = 'done' | 'now' | 'stopped' | 'coming'

const STEPS: readonly StepName[] = ['requested', 'approved', 'worked', 'reported', 'confirmed']

/** How many steps are done in a state, and whether the next one is where it was stopped for good. */
const STANDS: Record<State, { done: number; stopped?: true }> = {
  draft: { done: 0 },
  returned: { done: 0 },
  withdrawn: { done: 0, stopped: true },
  submitted: { done: 1 },
  rejected: { done: 1, stopped: true },
  approved: { done: 2 },
  cancelled: { done: 1, stopped: true },
  revoked: { done: 1, stopped: true },
  not_performed: { done: 2, stopped: true },
  started: { done: 2 },
  paused: { done: 2 },
  ended: { done: 3 },
  reported: { done: 4 },
  confirmed: { done: 5 },
}

/** The five steps of a telework day as a request in `state` has them. */
export function stepsOf(state: State): { name: StepName; look: StepLook }[] {
  const { done, stopped } = STANDS[state]
  return STEPS.map((name, place) => ({
    name,
    look: place < done ? 'done' : place > done ? 'coming' : stopped ? 'stopped' : 'now',
  }))
}
