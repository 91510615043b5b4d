/** What of the roster is looked at; it stands in the address. */
export interface RosterSearch {
  view?: 'departments' | 'people'
  /** A floor's id; 0 for people whose floor nobody knows. */
  floor?: number
  /** A section's id; 0 for people of none. */
  section?: number
  standing?: 'seen' | 'expected' | 'left'
}

/** Reads an address; what makes no sense is left out. */
export function rosterSearch(search: Record<string, unknown>): RosterSearch {
  const { view, floor, section, standing } = search
  return {
    ...(view === 'departments' || view === 'people' ? { view } : {}),
    ...(isId(floor) ? { floor } : {}),
    ...(isId(section) ? { section } : {}),
    ...(standing === 'seen' || standing === 'expected' || standing === 'left' ? { standing } : {}),
  }
}

function isId(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}
