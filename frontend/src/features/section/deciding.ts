import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, client } from '#/api/client'
import type { components } from '#/api/generated/schema'
import { ApiProblem } from '#/api/problem'
import { SECTION_KEY } from './queries'

export type Weighed = components['schemas']['Approval']
export type Decision = 'approve' | 'return' | 'reject'

const MOST = 100

/** A request with what stands in it; for the person and those who decide. */
export const requestOptions = (id: number) =>
  api.queryOptions(
    'get',
    '/telework/requests/{id}/',
    { params: { path: { id } } },
    { staleTime: 0, retry: false },
  )

/** What waits for me with what it would mean: my own people's, and those in whose place I decide. */
export const weighedOptions = (id: number) =>
  queryOptions({
    queryKey: ['get', '/telework/approvals/', 'of', id],
    queryFn: async ({ signal }) => {
      for (const whose of ['mine', 'delegated'] as const) {
        const { data } = await client.GET('/telework/approvals/', {
          params: { query: { whose, page_size: MOST } },
          signal,
        })
        const found = data?.results.find(({ request }) => request.id === id)
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
      const { data } = await client.POST('/telework/approvals/', {
        body: { action, requests: [{ id, version }], comment },
      })
      const refused = data?.refused[0]
      if (refused) throw new ApiProblem(refused.problem)
    },
    onSettled: () => {
      void cache.invalidateQueries({ queryKey: SECTION_KEY })
      void cache.invalidateQueries({ queryKey: ['get', '/telework/approvals/'] })
      void cache.invalidateQueries({ queryKey: ['get', '/telework/approvals/count/'] })
    },
  })
}
