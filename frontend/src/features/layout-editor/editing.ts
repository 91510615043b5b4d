import { begun, done, type History, redone, type StepName, undone } from './history'
import type { EditedPlan } from './plan'

/** What is chosen: some desks, or one area, or nothing. */
export interface Selection {
  desks: ReadonlySet<number>
  area: number | null
}

export const NOTHING: Selection = { desks: new Set(), area: null }

export interface Editing {
  history: History
  selection: Selection
}

/** A command and what is chosen after it. */
export interface Outcome {
  plan: EditedPlan
  select?: Selection
}

export type Act =
  | {
      kind: 'do'
      name: StepName
      key?: string
      at: number
      command: (plan: EditedPlan) => EditedPlan | Outcome
    }
  | { kind: 'undo' }
  | { kind: 'redo' }
  | { kind: 'select'; selection: Selection }
  | { kind: 'begin'; plan: EditedPlan }

export function editingBegun(plan: EditedPlan): Editing {
  return { history: begun(plan), selection: NOTHING }
}

/** The editor's next state. Undo and redo choose what they changed, so that it is seen. */
export function edited(state: Editing, act: Act): Editing {
  switch (act.kind) {
    case 'begin':
      return editingBegun(act.plan)
    case 'select':
      return { ...state, selection: act.selection }
    case 'do': {
      const said = act.command(state.history.present)
      const outcome: Outcome = 'desks' in said ? { plan: said } : said
      const history = done(state.history, act, outcome.plan)
      return { history, selection: existing(outcome.select ?? state.selection, outcome.plan) }
    }
    case 'undo':
    case 'redo': {
      const history = act.kind === 'undo' ? undone(state.history) : redone(state.history)
      if (history === state.history) return state
      return { history, selection: touched(state.history.present, history.present, state.selection) }
    }
  }
}

function touched(before: EditedPlan, after: EditedPlan, selection: Selection): Selection {
  const earlier = new Set<unknown>(before.desks)
  const desks = after.desks.filter((desk) => !earlier.has(desk)).map((desk) => desk.id)
  const known = new Set<unknown>(before.areas)
  const areas = after.areas.filter((area) => !known.has(area))
  if (areas.length === 1 && areas[0]) return { desks: new Set(), area: areas[0].id }
  if (desks.length > 0) return { desks: new Set(desks), area: null }
  return existing(selection, after)
}

function existing(selection: Selection, plan: EditedPlan): Selection {
  const desks = new Set(plan.desks.map((desk) => desk.id))
  const gone = [...selection.desks].some((id) => !desks.has(id))
  const area = plan.areas.some((one) => one.id === selection.area) ? selection.area : null
  if (!gone && area === selection.area) return selection
  return { desks: new Set([...selection.desks].filter((id) => desks.has(id))), area }
}
