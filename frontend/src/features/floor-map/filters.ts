import { type DeskState, type Feature, isOpen, type PlannedDesk } from './desk-state'

export interface DeskFilter {
  /** All of these must be there. */
  features: readonly Feature[]
  area: number | null
  onlyOpen: boolean
}

export const NO_FILTER: DeskFilter = { features: [], area: null, onlyOpen: false }

/** Whether the desk has what is asked for; what has not is drawn faint and left out of the list. */
export function fits(desk: PlannedDesk, state: DeskState | null, filter: DeskFilter): boolean {
  if (filter.area !== null && desk.area !== filter.area) return false
  if (!filter.features.every((feature) => desk.features.includes(feature))) return false
  return !filter.onlyOpen || isOpen(state) || state?.kind === 'mine'
}
