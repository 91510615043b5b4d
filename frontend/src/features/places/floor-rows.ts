import type { LayoutDraftBrief, LayoutVersion } from '#/api/layout-drafts'

/** A floor with what is in force, what is coming, what was, and what is in work. */
export interface FloorRow {
  id: number
  name: string
  inForce: LayoutVersion | null
  coming: LayoutVersion[]
  past: LayoutVersion[]
  drafts: LayoutDraftBrief[]
}

/** The floors in their order, each with its versions (soonest coming first, latest past first) and drafts. */
export function floorRows(
  floors: readonly { id: number; name: string }[],
  versions: readonly LayoutVersion[],
  drafts: readonly LayoutDraftBrief[],
  today: string,
): FloorRow[] {
  return floors.map(({ id, name }) => {
    const own = versions.filter((version) => version.floor.id === id)
    return {
      id,
      name,
      inForce: own.find((version) => version.in_force) ?? null,
      coming: own
        .filter((version) => version.effective_from > today)
        .sort((a, b) => a.effective_from.localeCompare(b.effective_from)),
      past: own.filter((version) => !version.in_force && version.effective_from <= today),
      drafts: drafts.filter((draft) => draft.floor.id === id),
    }
  })
}
