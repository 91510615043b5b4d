import type { QueryClient } from '@tanstack/react-query'
import { api, client } from '#/api/client'
import type { components } from '#/api/generated/schema'
import { addDays } from '#/lib/dates'

export type Proposal = components['schemas']['CalendarProposal']

/** How far ahead proposals are asked for, in days. */
const AHEAD = 184

/** What my calendars propose from a day on and I have not answered. */
export const openProposalsOptions = (from: string) =>
  api.queryOptions(
    'get',
    '/calendar/proposals/',
    { params: { query: { from, to: addDays(from, AHEAD) } } },
    { select: ({ proposals }) => proposals.filter(({ state }) => state === 'open') },
  )

/** What is on in the city from one day to another, both included. */
export const cityEventsOptions = (from: string, to: string) =>
  api.queryOptions('get', '/city-events/', { params: { query: { from, to } } })

/** Do what is proposed; 409 `would_let_go` where a desk or telework stands there and `letting_go` is false. */
export async function acceptProposal(id: number, letting_go: boolean): Promise<Proposal> {
  const { data } = await client.POST('/calendar/proposals/{id}/accept/', {
    params: { path: { id } },
    body: { letting_go },
  })
  if (!data) throw new Error('a proposal was accepted without an answer')
  return data
}

/** Say no to a proposal, or ask about it again. */
export async function answerProposal(id: number, answer: 'dismiss' | 'reopen'): Promise<void> {
  await client.POST(`/calendar/proposals/{id}/${answer}/`, { params: { path: { id } } })
}

/** All that tells of proposals, my days, my desks and my requests. */
export async function readDaysAnew(cache: QueryClient): Promise<void> {
  await cache.invalidateQueries({
    predicate: ({ queryKey }) =>
      typeof queryKey[1] === 'string' &&
      /calendar\/proposals|attendance|bookings|availability|desks|telework/.test(queryKey[1]),
  })
}
