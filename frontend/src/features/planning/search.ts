/** What the address of /planning carries. */
export interface PlanningSearch {
  /** The scenarios side by side, in their order: `1-4-2`. The two newest without it. */
  compare?: string
  /** The scenario whose placement is shown. */
  placed?: number
  /** A new scenario is being described; as a copy of another where that is a number. */
  add?: number | 'new'
}

export const MOST_COMPARED = 4

export function planningSearch(raw: Record<string, unknown>): PlanningSearch {
  const compared = comparedOf(typeof raw.compare === 'number' ? String(raw.compare) : raw.compare)
  return {
    ...(compared.length > 0 ? { compare: compared.join('-') } : {}),
    ...(isId(raw.placed) ? { placed: raw.placed } : {}),
    ...(raw.add === 'new' || isId(raw.add) ? { add: raw.add } : {}),
  }
}

/** The scenarios named in an address, each once. */
export function comparedOf(said: unknown): number[] {
  if (typeof said !== 'string') return []
  const ids = said.split('-').map(Number)
  return [...new Set(ids.filter(isId))].slice(0, MOST_COMPARED)
}

export function isId(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0
}

/** A, B, C … of the scenarios that stand side by side. */
export function letterOf(place: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + place)
}
