import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { client } from '#/api/client'
import { ApiProblem, type Problem } from '#/api/problem'
import { SECTION_KEY } from './queries'

/** What a request asks for, for those who decide. */
export interface AskedFor {
  id: number
  tasks: string
  post_hoc_reason: string
  documents: string
  place: string
  comment: string
  state: string
  version: number
  may: string[]
}

/** What whoever decides has to know: what it would leave on site, and the person's month. */
export interface Weighed {
  request: AskedFor
  on_site: { half: 'am' | 'pm'; before: number; after: number; minimum: number }[]
  week_days: number
  month_days: number
  month_most: number | null
  in_a_row: number
  refused: Problem | null
  warnings: Problem[]
}

export type Decision = 'approve' | 'return' | 'reject'

interface Decided {
  done: number[]
  refused: { id: number; problem: Problem }[]
}

const get = client.GET as unknown as (
  path: string,
  init: { params: Record<string, unknown>; signal: AbortSignal },
) => Promise<{ data?: unknown }>
const post = client.POST as unknown as (path: string, init: { body: unknown }) => Promise<{ data?: unknown }>

const MOST = 100

/** A request with what stands in it; for the person and those who decide. */
export const requestOptions = (id: number) =>
  queryOptions({
    queryKey: ['get', '/telework/requests/{id}/', id],
    queryFn: async ({ signal }) =>
      (await get('/telework/requests/{id}/', { params: { path: { id } }, signal })).data as AskedFor,
    staleTime: 0,
    retry: false,
  })

/** What waits for me with what it would mean: my own people's, and those in whose place I decide. */
export const weighedOptions = (id: number) =>
  queryOptions({
    queryKey: ['get', '/telework/approvals/', 'of', id],
    queryFn: async ({ signal }) => {
      for (const whose of ['mine', 'delegated']) {
        const { data } = await get('/telework/approvals/', {
          params: { query: { whose, page_size: MOST } },
          signal,
        })
        const found = (data as { results: Weighed[] }).results.find(({ request }) => request.id === id)
        if (found) return found
      }
      return null
    },
    staleTime: 0,
    retry: false,
  })

/** Decide about one request as it stood on the screen; a refusal is thrown as the problem it is. */
export function useDeciding() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: async (asked: { action: Decision; id: number; version: number; comment: string }) => {
      const { action, id, version, comment } = asked
      const { data } = await post('/telework/approvals/', {
        body: { action, requests: [{ id, version }], comment },
      })
      const refused = (data as Decided).refused[0]
      if (refused) throw new ApiProblem({ ...refused.problem, status: refused.problem.status ?? 409 })
    },
    onSettled: () => {
      void cache.invalidateQueries({ queryKey: SECTION_KEY })
      void cache.invalidateQueries({ queryKey: ['get', '/telework/approvals/'] })
      void cache.invalidateQueries({ queryKey: ['get', '/telework/approvals/count/'] })
    },
  })
}
