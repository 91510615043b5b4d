import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useEffect } from 'react'
import { api, client } from '#/api/client'
import type { components } from '#/api/generated/schema'
import { type Me, meOptions } from '#/api/me'
import { randomKey } from '#/api/random-key'
import { keepScreens } from './keep-screens'
import { keep, kept } from './kept'
import { markQueue } from './mark-queue'
import { type HeadCount, type Kind, type Roster, type Status, withMark } from './standing'

/** How often an open roster is asked again; a 304 costs nothing. */
const POLL_MS = 10_000
const HISTORY_PAGE = 20

export type HeadCountSummary = components['schemas']['HeadCountSummary']
export type OwnSafety = components['schemas']['OwnSafety']

const ROSTER_KEY = ['get', '/roster/', {}] as const
const headCountKey = (id: string) => ['get', '/head-counts/{id}/', { params: { path: { id } } }] as const

/** Who is at this browser as far as known: the roster also opens where the server cannot say it. */
export function useWhoever(): Me | null {
  return useQueryClient().getQueryData<Me>(meOptions().queryKey) ?? null
}

/** The roster as the server says it now, or said it last: from its copy, or kept in this browser. */
export function useRoster() {
  const username = useWhoever()?.username ?? null
  const query = useQuery({
    queryKey: ROSTER_KEY,
    queryFn: async ({ signal }): Promise<Roster> => {
      const { data } = await client.GET('/roster/', { signal })
      if (!data) throw new Error('a roster without an answer')
      await keep('roster', username, data)
      return data
    },
    staleTime: 0,
    refetchInterval: POLL_MS,
    retry: false,
  })
  useKept<Roster>('roster', ROSTER_KEY, username)
  return query
}

/** A head count, kept like the roster. */
export function useHeadCount(id: string) {
  const username = useWhoever()?.username ?? null
  const queryKey = headCountKey(id)
  const query = useQuery({
    queryKey,
    queryFn: async ({ signal }): Promise<HeadCount> => {
      const { data } = await client.GET('/head-counts/{id}/', { params: { path: { id } }, signal })
      if (!data) throw new Error('a head count without an answer')
      await keep(id, username, data)
      return data
    },
    staleTime: 0,
    refetchInterval: (query) => (query.state.data?.closed_at ? false : POLL_MS / 2),
    retry: false,
  })
  useKept<HeadCount>(id, queryKey, username)
  return query
}

function useKept<Answer>(name: string, queryKey: readonly unknown[], username: string | null): void {
  const queryClient = useQueryClient()
  const waiting = queryClient.getQueryState(queryKey)?.data === undefined
  // Synchronises with the browser, which opens these screens by itself while nothing answers.
  useEffect(keepScreens, [])
  // Synchronises with the browser's store: until the server answers, what it said last is shown.
  useEffect(() => {
    if (!waiting) return
    void kept<Answer>(name, username).then((found) => {
      if (found && queryClient.getQueryData(queryKey) === undefined)
        queryClient.setQueryData(queryKey, found.answer, { updatedAt: found.at })
    })
  }, [name, queryKey, username, waiting, queryClient])
}

/** Show marks the server took, and say whose were refused. */
export function useSentMarks(onRefused: (count: number) => void): void {
  const queryClient = useQueryClient()
  // Synchronises with the queue, which lives outside React and outlives the page.
  useEffect(
    () =>
      markQueue.hear({
        onSent: (sent, refused) => {
          const me = queryClient.getQueryData<Me>(meOptions().queryKey)
          const name = me?.person?.name ?? me?.username ?? ''
          for (const mark of sent) {
            queryClient.setQueryData<HeadCount>(headCountKey(mark.headCount), (held) =>
              held ? withMark(held, mark, name) : held,
            )
          }
          for (const id of new Set(sent.map((mark) => mark.headCount)))
            void queryClient.invalidateQueries({ queryKey: headCountKey(id) })
          if (refused.length > 0) onRefused(refused.length)
        },
      }),
    [queryClient, onRefused],
  )
}

/** Open the roster for a drill or an emergency; the server records it. */
export function useOpening() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (reason: Kind) => {
      await client.POST('/roster/openings/', { body: { reason } })
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ROSTER_KEY }),
  })
}

/** Begin a head count; answers its id. */
export function useStart() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (body: { kind: Kind; unaccounted_after_minutes: number }) => {
      const { data } = await client.POST('/head-counts/', { body: { id: randomKey(), ...body } })
      if (!data) throw new Error('a head count without an answer')
      return data.id
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ROSTER_KEY }),
  })
}

/** End a head count. */
export function useClosing(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (note: string) => {
      await client.POST('/head-counts/{id}/close/', { params: { path: { id } }, body: { note } })
    },
    onSuccess: () =>
      queryClient.invalidateQueries({
        predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/head-counts'),
      }),
  })
}

/** Head counts past and under way, the newest first. */
export function useHistory() {
  return useInfiniteQuery({
    queryKey: ['get', '/head-counts/', 'pages'],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => {
      const cursor = pageParam === null ? {} : { cursor: pageParam }
      const { data } = await client.GET('/head-counts/', {
        params: { query: { page_size: HISTORY_PAGE, ...cursor } },
        signal,
      })
      if (!data) throw new Error('a list without an answer')
      return data
    },
    getNextPageParam: (last) => last.next,
  })
}

/** People on the roll found by what was typed: for those who are on no list. */
export const peopleOptions = (q: string) =>
  api.queryOptions(
    'get',
    '/people/',
    { params: { query: { q, page_size: 5 } } },
    { placeholderData: keepPreviousData },
  )

/** Head counts under way, and what is said of me in them. */
export const ownSafetyOptions = () =>
  api.queryOptions('get', '/my-safety/', {}, { staleTime: 0, refetchInterval: POLL_MS })

/** Say it of myself. */
export function useOwnMark() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (body: { head_count: string; status: Status; note: string }) => {
      const { data } = await client.POST('/my-safety/', {
        body: { id: randomKey(), seconds_ago: 0, ...body },
      })
      if (!data) throw new Error('a mark without an answer')
      return data
    },
    onSuccess: (told) => queryClient.setQueryData(ownSafetyOptions().queryKey, told),
  })
}
