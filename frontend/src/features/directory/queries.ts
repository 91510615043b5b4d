import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { api, client } from '#/api/client'
import type { Change, ChangeFilter, Effect, Finding, Gap, Page, Run, Transfer } from './shapes'

const POLL_MS = 20_000
const SOON_MS = 2_000
const FRESH_MS = 10 * 60_000
const FEW = 20
const MANY = 50

/** How the directory stands; asked again while a run is going on. */
export const stateOptions = () =>
  api.queryOptions(
    'get',
    '/directory/',
    {},
    { refetchInterval: ({ state }) => (state.data?.running ? SOON_MS : POLL_MS) },
  )

export const runOptions = (id: number) =>
  api.queryOptions(
    'get',
    '/directory/runs/{id}/',
    { params: { path: { id } } },
    { refetchInterval: ({ state }) => (state.data?.state === 'running' ? SOON_MS : false) },
  )

export const transferOptions = (id: number) =>
  api.queryOptions('get', '/directory/transfers/{id}/', { params: { path: { id } } })

/** How many things of each kind would follow, and how many people they concern. */
export const effectCountsOptions = (id: number) =>
  api.queryOptions('get', '/directory/transfers/{id}/effects/counts/', { params: { path: { id } } })

/** Every department, for the names behind codes. */
export const departmentsOptions = () => api.queryOptions('get', '/departments/', {}, { staleTime: FRESH_MS })

/** Departments that a run or a transfer brings, with the names that no list of ours has yet. */
export const NEW_DEPARTMENTS: ChangeFilter = { subject: 'department', did: 'added' }

interface Asking {
  page_size: number
  cursor?: string
}

type Asked<Row> = (page: Asking, signal: AbortSignal) => Promise<{ data?: Page<Row> }>

/** A list of any length by the cursors of its pages; the one before stays while another filter is on its way. */
function usePages<Row>(key: readonly unknown[], ask: Asked<Row>, size: number, enabled = true) {
  return useInfiniteQuery({
    queryKey: ['get', ...key],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }): Promise<Page<Row>> => {
      const page = { page_size: size, ...(pageParam !== null && { cursor: pageParam }) }
      const { data } = await ask(page, signal)
      if (!data) throw new Error('a list without an answer')
      return data
    },
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
    enabled,
  })
}

/** The runs, the newest first. */
export const useRuns = (changed: boolean) =>
  usePages<Run>(
    ['/directory/runs/', changed],
    (page, signal) =>
      client.GET('/directory/runs/', {
        params: { query: { ...page, ...(changed && { changed }) } },
        signal,
      }),
    FEW,
  )

export const useChanges = (id: number, filter: ChangeFilter, enabled = true) =>
  usePages<Change>(
    ['/directory/runs/{id}/changes/', id, filter],
    (page, signal) =>
      client.GET('/directory/runs/{id}/changes/', {
        params: { path: { id }, query: { ...filter, ...page } },
        signal,
      }),
    MANY,
    enabled,
  )

export const useFindings = (id: number) =>
  usePages<Finding>(
    ['/directory/runs/{id}/findings/', id],
    (page, signal) =>
      client.GET('/directory/runs/{id}/findings/', { params: { path: { id }, query: page }, signal }),
    MANY,
  )

export const useTransfers = () =>
  usePages<Transfer>(
    ['/directory/transfers/'],
    (page, signal) => client.GET('/directory/transfers/', { params: { query: page }, signal }),
    FEW,
  )

export const useEntries = (id: number, filter: ChangeFilter, enabled = true) =>
  usePages<Change>(
    ['/directory/transfers/{id}/entries/', id, filter],
    (page, signal) =>
      client.GET('/directory/transfers/{id}/entries/', {
        params: { path: { id }, query: { ...filter, ...page } },
        signal,
      }),
    MANY,
    enabled,
  )

export const useEffects = (id: number, kind: string | undefined) =>
  usePages<Effect>(
    ['/directory/transfers/{id}/effects/', id, kind],
    (page, signal) =>
      client.GET('/directory/transfers/{id}/effects/', {
        params: { path: { id }, query: { ...page, ...(kind && { kind }) } },
        signal,
      }),
    MANY,
  )

export const useGaps = (of: 'section' | 'manager') =>
  usePages<Gap>(
    ['/directory/gaps/', of],
    (page, signal) => client.GET('/directory/gaps/', { params: { query: { of, ...page } }, signal }),
    MANY,
  )
