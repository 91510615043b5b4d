import { keepPreviousData, queryOptions, useInfiniteQuery } from '@tanstack/react-query'
import { api, client } from '#/api/client'
import type {
  Change,
  ChangeFilter,
  DirectoryState,
  Effect,
  Finding,
  Gap,
  Page,
  Run,
  Transfer,
} from './shapes'

const POLL_MS = 20_000
const SOON_MS = 2_000
const FRESH_MS = 10 * 60_000
const FEW = 20
const MANY = 50

type Loose = {
  GET: (path: string, init: unknown) => Promise<{ data?: unknown }>
  POST: (path: string, init: unknown) => Promise<{ data?: unknown }>
}
export const loose = client as unknown as Loose

async function read<Answer>(path: string, init: unknown): Promise<Answer> {
  const { data } = await loose.GET(path, init)
  if (!data) throw new Error('a reading without an answer')
  return data as Answer
}

/** How the directory stands; asked again while a run is going on. */
export const stateOptions = () =>
  queryOptions({
    queryKey: ['get', '/directory/'],
    queryFn: ({ signal }) => read<DirectoryState>('/directory/', { signal }),
    refetchInterval: ({ state }) => (state.data?.running ? SOON_MS : POLL_MS),
  })

export const runOptions = (id: number) =>
  queryOptions({
    queryKey: ['get', '/directory/runs/{id}/', id],
    queryFn: ({ signal }) => read<Run>('/directory/runs/{id}/', { params: { path: { id } }, signal }),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? SOON_MS : false),
  })

export const transferOptions = (id: number) =>
  queryOptions({
    queryKey: ['get', '/directory/transfers/{id}/', id],
    queryFn: ({ signal }) =>
      read<Transfer>('/directory/transfers/{id}/', { params: { path: { id } }, signal }),
  })

/** How many things of each kind would follow. */
export const effectCountsOptions = (id: number) =>
  queryOptions({
    queryKey: ['get', '/directory/transfers/{id}/effects/counts/', id],
    queryFn: ({ signal }) =>
      read<EffectCounts>('/directory/transfers/{id}/effects/counts/', {
        params: { path: { id } },
        signal,
      }),
  })

/** Every department, for the names behind codes. */
export const departmentsOptions = () => api.queryOptions('get', '/departments/', {}, { staleTime: FRESH_MS })

function usePages<Row>(
  path: string,
  id: number | null,
  query: Readonly<Record<string, unknown>>,
  size: number,
) {
  return useInfiniteQuery({
    queryKey: ['get', path, id, query],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      read<Page<Row>>(path, {
        params: {
          ...(id !== null && { path: { id } }),
          query: { ...query, page_size: size, ...(pageParam !== null && { cursor: pageParam }) },
        },
        signal,
      }),
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  })
}

/** The runs, the newest first. */
export const useRuns = (changed: boolean) =>
  usePages<Run>('/directory/runs/', null, changed ? { changed: true } : {}, FEW)

export const useChanges = (run: number, filter: ChangeFilter) =>
  usePages<Change>('/directory/runs/{id}/changes/', run, { ...filter }, MANY)

export const useFindings = (run: number) => usePages<Finding>('/directory/runs/{id}/findings/', run, {}, MANY)

export const useTransfers = () => usePages<Transfer>('/directory/transfers/', null, {}, FEW)

export const useEntries = (transfer: number, filter: ChangeFilter) =>
  usePages<Change>('/directory/transfers/{id}/entries/', transfer, { ...filter }, MANY)

export const useEffects = (transfer: number, kind: string | undefined) =>
  usePages<Effect>('/directory/transfers/{id}/effects/', transfer, kind ? { kind } : {}, MANY)

export const useGaps = (of: 'section' | 'manager') => usePages<Gap>('/directory/gaps/', null, { of }, MANY)
