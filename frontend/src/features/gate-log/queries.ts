import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { api, client } from '#/api/client'
import { isGoingOn } from './shapes'

const POLL_MS = 20_000
const POLL_WHILE_GOING_ON_MS = 1_500
const PAGE_SIZE = 10

/** The files that came, the newest first; asked often while one of them goes on. */
export function useFiles() {
  return useInfiniteQuery({
    queryKey: ['get', '/gate-log/files/'],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => {
      const query = { page_size: PAGE_SIZE, ...(pageParam !== null && { cursor: pageParam }) }
      const { data } = await client.GET('/gate-log/files/', { params: { query }, signal })
      if (!data) throw new Error('a list without an answer')
      return data
    },
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ results }) => results.some(isGoingOn)) ? POLL_WHILE_GOING_ON_MS : POLL_MS,
  })
}

/** One file with everything that was left out of it. */
export const fileOptions = (id: number) =>
  api.queryOptions('get', '/gate-log/files/{id}/', { params: { path: { id } } })

/** How it stands with the facts of days, both ends among them. */
export const daysOptions = (from: string, to: string) =>
  api.queryOptions(
    'get',
    '/occupancy/days/',
    { params: { query: { from, to } } },
    { refetchInterval: POLL_MS, placeholderData: keepPreviousData },
  )
