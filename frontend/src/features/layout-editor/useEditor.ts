import { useCallback, useReducer } from 'react'
import { edited, editingBegun, type Outcome, type Selection } from './editing'
import type { StepName } from './history'
import type { EditedPlan } from './plan'

export type Command = (plan: EditedPlan) => EditedPlan | Outcome
/** Do something that can be undone under its name; steps of one `key` in quick succession are one. */
export type Run = (name: StepName, command: Command, key?: string) => void

/** A floor in work: its plan, what is chosen, and the way back and forth. */
export function useEditor(first: EditedPlan) {
  const [state, act] = useReducer(edited, first, editingBegun)
  const run = useCallback<Run>((name, command, key) => {
    act({ kind: 'do', name, command, key, at: Date.now() })
  }, [])
  const select = useCallback((selection: Selection) => act({ kind: 'select', selection }), [])
  const undo = useCallback(() => act({ kind: 'undo' }), [])
  const redo = useCallback(() => act({ kind: 'redo' }), [])
  const begin = useCallback((plan: EditedPlan) => act({ kind: 'begin', plan }), [])
  const { history, selection } = state
  return {
    plan: history.present,
    selection,
    undoes: history.past.at(-1)?.name ?? null,
    redoes: history.future.at(-1)?.name ?? null,
    run,
    select,
    undo,
    redo,
    begin,
  }
}

export type Editor = ReturnType<typeof useEditor>
