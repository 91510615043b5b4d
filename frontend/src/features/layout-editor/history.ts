import type { EditedPlan } from './plan'

/** What a step did, as the undo button says it. */
export type StepName =
  | 'move'
  | 'turn'
  | 'size'
  | 'align'
  | 'spread'
  | 'copy'
  | 'add'
  | 'remove'
  | 'number'
  | 'code'
  | 'mode'
  | 'features'
  | 'assign'
  | 'area'
  | 'addArea'
  | 'shapeArea'
  | 'nameArea'
  | 'removeArea'
  | 'homes'
  | 'overflow'
  | 'restore'

export interface Step {
  name: StepName
  /** The plan before it. */
  plan: EditedPlan
  /** Steps with one key that follow each other closely are one: a key held down, a name typed. */
  key: string | null
  at: number
}

export interface History {
  past: readonly Step[]
  present: EditedPlan
  /** What was undone, the nearest last; `plan` is the one after it. */
  future: readonly Step[]
}

/** Milliseconds within which two steps of one key are one. */
const ONE_STEP_MS = 1_000
/** Plans share what they do not change, so a step costs what it changed. */
const STEPS_KEPT = 300

export function begun(plan: EditedPlan): History {
  return { past: [], present: plan, future: [] }
}

/** The history after a command; nothing when it changed nothing. `at` is now, in milliseconds. */
export function done(
  history: History,
  step: { name: StepName; key?: string | null; at: number },
  plan: EditedPlan,
): History {
  if (plan === history.present) return history
  const last = history.past.at(-1)
  const key = step.key ?? null
  const goesOn = last !== undefined && key !== null && last.key === key && step.at - last.at < ONE_STEP_MS
  const past = goesOn
    ? [...history.past.slice(0, -1), { ...last, at: step.at }]
    : [...history.past.slice(-STEPS_KEPT + 1), { name: step.name, plan: history.present, key, at: step.at }]
  return { past, present: plan, future: [] }
}

export function undone(history: History): History {
  const last = history.past.at(-1)
  if (!last) return history
  return {
    past: history.past.slice(0, -1),
    present: last.plan,
    future: [...history.future, { ...last, plan: history.present, key: null }],
  }
}

export function redone(history: History): History {
  const next = history.future.at(-1)
  if (!next) return history
  return {
    past: [...history.past, { ...next, plan: history.present, key: null }],
    present: next.plan,
    future: history.future.slice(0, -1),
  }
}
