import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { addDays } from '#/lib/dates'
import { ask, type Proposal } from './contract'

export type { Proposal }
export type ProposalKind = Proposal['kind']

/** How far ahead proposals are asked for, in days. */
const AHEAD = 61

/** What my calendars propose from a day on and I have not answered. */
export const openProposalsOptions = (from: string) => {
  const query = { from, to: addDays(from, AHEAD) }
  return queryOptions({
    queryKey: ['get', '/calendar/proposals/', { params: { query } }],
    queryFn: () =>
      ask<{ proposals: Proposal[] }>('GET', `/calendar/proposals/?from=${query.from}&to=${query.to}`),
    select: ({ proposals }: { proposals: Proposal[] }) => proposals.filter(({ state }) => state === 'open'),
  })
}

/** Do what is proposed; 409 `would_let_go` where a desk or telework stands there and `lettingGo` is false. */
export const acceptProposal = (id: number, lettingGo: boolean) =>
  ask<Proposal>('POST', `/calendar/proposals/${id}/accept/`, { letting_go: lettingGo })

export const dismissProposal = (id: number) => ask<Proposal>('POST', `/calendar/proposals/${id}/dismiss/`)

/** Ask again about one that was answered. */
export const reopenProposal = (id: number) => ask<Proposal>('POST', `/calendar/proposals/${id}/reopen/`)

/** All that tells of proposals, my days, my desks and my requests. */
export async function readDaysAnew(cache: QueryClient): Promise<void> {
  await cache.invalidateQueries({
    predicate: ({ queryKey }) =>
      typeof queryKey[1] === 'string' &&
      /calendar\/proposals|attendance|bookings|availability|desks|telework/.test(queryKey[1]),
  })
}
