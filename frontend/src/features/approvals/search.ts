import type { Show, Whose } from './shapes'

/** What the address of the approvals says. */
export interface ApprovalsSearch {
  whose?: Whose
  show?: Show
  sort?: 'day' | 'person'
}

const WHOSE: readonly unknown[] = ['mine', 'delegated', 'done']
const SHOWS: readonly unknown[] = ['requests', 'reports', 'registrations']

/** Of what an address says, that which is known. */
export function approvalsSearch({ whose, show, sort }: { [member in keyof ApprovalsSearch]?: unknown }) {
  return {
    ...(WHOSE.includes(whose) ? { whose: whose as Whose } : {}),
    ...(SHOWS.includes(show) ? { show: show as Show } : {}),
    ...(sort === 'person' ? { sort } : {}),
  } satisfies ApprovalsSearch
}
