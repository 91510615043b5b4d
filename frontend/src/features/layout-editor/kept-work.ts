import { contentOf, type DraftContent, type EditedPlan } from './plan'

/** What was drawn and not yet saved, kept on this machine: a closed lid or a lost network loses nothing. */
export interface KeptWork {
  /** The saved revision it was drawn on. */
  revision: number
  /** ISO 8601. */
  at: string
  content: DraftContent
}

const keyOf = (draft: number) => `kyoseki.draft.${draft}`

/** Keep it; a machine that has no room for it goes on without. */
export function keepWork(draft: number, revision: number, plan: EditedPlan): void {
  const kept: KeptWork = { revision, at: new Date().toISOString(), content: contentOf(plan) }
  try {
    window.localStorage.setItem(keyOf(draft), JSON.stringify(kept))
  } catch {
    window.localStorage.removeItem(keyOf(draft))
  }
}

export function keptWork(draft: number): KeptWork | null {
  const text = window.localStorage.getItem(keyOf(draft))
  if (!text) return null
  try {
    const kept: unknown = JSON.parse(text)
    return isKept(kept) ? kept : null
  } catch {
    return null
  }
}

export function forgetWork(draft: number): void {
  window.localStorage.removeItem(keyOf(draft))
}

function isKept(kept: unknown): kept is KeptWork {
  return (
    typeof kept === 'object' &&
    kept !== null &&
    Array.isArray((kept as Partial<KeptWork>).content?.desks) &&
    Array.isArray((kept as Partial<KeptWork>).content?.areas)
  )
}
