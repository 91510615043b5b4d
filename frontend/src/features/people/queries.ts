import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { api, client } from '#/api/client'
import type { components } from '#/api/generated/schema'

export type PersonFound = components['schemas']['PersonFound']
export type PersonPage = components['schemas']['PersonPage']
export type PlanDay = components['schemas']['PlanDay']
export type SectionAttendance = components['schemas']['SectionAttendance']

/** How many working days a person's strip shows. */
export const DAYS_AHEAD = 10

const POLL_MS = 60_000
const PAGE_SIZE = 20

/** My favourites with where they are on `day` and on so many working days from then on. */
export const favouritesOptions = (day: string, days: number) =>
  api.queryOptions(
    'get',
    '/people/favourites/',
    { params: { query: { day, days } } },
    { refetchInterval: POLL_MS, placeholderData: keepPreviousData },
  )

export const personOptions = (id: number, day: string) =>
  api.queryOptions(
    'get',
    '/people/{id}/',
    { params: { path: { id }, query: { day, days: DAYS_AHEAD } } },
    { refetchInterval: POLL_MS },
  )

/** The sections there are: only those that people sit in. */
export const departmentsOptions = () =>
  api.queryOptions('get', '/departments/', {}, { staleTime: 10 * POLL_MS })

/** Where the people of a section are on a day. */
export const sectionOptions = (id: number, day: string) =>
  api.queryOptions(
    'get',
    '/attendance/departments/{id}/',
    { params: { path: { id }, query: { from: day, to: day } } },
    { refetchInterval: POLL_MS },
  )

/** People found for what was typed, page by page. */
export function usePeopleFound(q: string, day: string) {
  const query = { q, day, days: DAYS_AHEAD, page_size: PAGE_SIZE }
  return useInfiniteQuery({
    queryKey: ['get', '/people/', { params: { query } }, 'pages'],
    enabled: q !== '',
    initialPageParam: null,
    placeholderData: keepPreviousData,
    queryFn: async ({ pageParam, signal }: { pageParam: string | null; signal: AbortSignal }) => {
      const cursor = pageParam === null ? {} : { cursor: pageParam }
      const { data } = await client.GET('/people/', { params: { query: { ...query, ...cursor } }, signal })
      if (!data) throw new Error('a list without an answer')
      return data
    },
    getNextPageParam: (last) => last.next,
  })
}
