import {
  keepPreviousData,
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { refreshPlaces } from '#/api/bookings'
import { api, client } from '#/api/client'
import type { components } from '#/api/generated/schema'
import type { Wish } from './wish'

type Schemas = components['schemas']
export type Series = Schemas['Series']
export type SeriesDate = Schemas['SeriesDate']
export type PlannedDate = Schemas['PlannedDate']
export type ChangedDate = Schemas['ChangedDate']
export type SeriesChange = Schemas['SeriesChange']

const LIST = '/booking-series/'

/** My series with a date to come. */
export const mySeriesOptions = () => api.queryOptions('get', LIST, {})

export const seriesOptions = (id: number) =>
  api.queryOptions('get', '/booking-series/{id}/', { params: { path: { id } } })

/** What the wish would come to, date by date. Asked by POST, since the wish is long; it saves nothing. */
export const planOptions = (wish: Wish) =>
  queryOptions({
    queryKey: ['post', '/booking-series/preview/', wish],
    queryFn: async ({ signal }) =>
      given(await client.POST('/booking-series/preview/', { body: wish, signal })),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })

/** What a change would come to, date by date. */
export const changePlanOptions = (id: number, change: SeriesChange) =>
  queryOptions({
    queryKey: ['post', '/booking-series/{id}/change/preview/', id, change],
    queryFn: async ({ signal }) =>
      given(
        await client.POST('/booking-series/{id}/change/preview/', {
          params: { path: { id } },
          body: change,
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })

/** Book all the dates of the wish, or none. */
export function useBookSeries() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: async (wish: Wish) => given(await client.POST(LIST, { body: wish })),
    onSettled: () => refreshSeries(cache),
  })
}

/** Give up the dates from a day on, or until another. */
export function useCancelDates(id: number) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: async (body: Schemas['SeriesCancel']) =>
      given(await client.POST('/booking-series/{id}/cancel/', { params: { path: { id } }, body })),
    onSettled: () => refreshSeries(cache),
  })
}

/** Take a cancellation back. */
export function useRestoreDates(id: number) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: async (bookings: number[]) =>
      given(
        await client.POST('/booking-series/{id}/restore/', { params: { path: { id } }, body: { bookings } }),
      ),
    onSettled: () => refreshSeries(cache),
  })
}

/** Move dates to another desk or other hours, all or none. */
export function useChangeDates(id: number) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: async (body: SeriesChange) =>
      given(await client.POST('/booking-series/{id}/change/', { params: { path: { id } }, body })),
    onSettled: () => refreshSeries(cache),
  })
}

async function refreshSeries(cache: QueryClient): Promise<void> {
  await Promise.all([
    refreshPlaces(cache),
    cache.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith(LIST) }),
  ])
}

/** An answer without a body does not happen: problems were thrown before. */
function given<Data>(answer: { data?: Data }): Data {
  if (answer.data === undefined) throw new Error('the API answered without a body')
  return answer.data
}
