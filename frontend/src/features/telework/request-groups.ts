import type { TeleworkRequest } from './queries'

export type GroupName = 'mend' | 'waiting' | 'coming' | 'report' | 'past'
export interface RequestGroup {
  name: GroupName
  requests: TeleworkRequest[]
}

const ORDER: readonly GroupName[] = ['mend', 'report', 'waiting', 'coming', 'past']

/** My requests by what is next: to mend, to report, waiting for an answer, to come, and what is over (latest first). */
export function requestGroups(requests: readonly TeleworkRequest[], today: string): RequestGroup[] {
  const inOrder = [...requests].sort((one, other) => one.start.localeCompare(other.start))
  return ORDER.map((name) => {
    const found = inOrder.filter((request) => groupOf(request, today) === name)
    return { name, requests: name === 'past' ? found.reverse() : found }
  }).filter(({ requests: found }) => found.length > 0)
}

function groupOf({ state, day }: TeleworkRequest, today: string): GroupName {
  switch (state) {
    case 'draft':
    case 'returned':
      return 'mend'
    case 'submitted':
      return 'waiting'
    case 'ended':
      return 'report'
    case 'approved':
    case 'started':
    case 'paused':
      return day >= today ? 'coming' : 'past'
    default:
      return 'past'
  }
}
