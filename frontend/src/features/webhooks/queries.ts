import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { api, client } from '#/api/client'
import type { DeliveryState } from './shapes'

const POLL_MS = 15_000
const FRESH_MS = 10 * 60_000
const PAGE_SIZE = 20

/** Every webhook and how it does. */
export const webhooksOptions = () =>
  api.queryOptions('get', '/webhooks/', {}, { refetchInterval: POLL_MS, retry: false })

export const webhookOptions = (id: number) =>
  api.queryOptions('get', '/webhooks/{id}/', { params: { path: { id } } }, { refetchInterval: POLL_MS })

/** The kinds of events that may leave, and what of each. */
export const kindsOptions = () => api.queryOptions('get', '/webhooks/kinds/', {}, { staleTime: FRESH_MS })

export const departmentsOptions = () => api.queryOptions('get', '/departments/', {}, { staleTime: FRESH_MS })

/** One delivery with what is posted. */
export const deliveryOptions = (id: number) =>
  api.queryOptions('get', '/webhooks/deliveries/{id}/', { params: { path: { id } } })

/** The deliveries of a webhook, the newest first, all or those in one state. */
export function useDeliveries(webhook: number, state: DeliveryState | null) {
  return useInfiniteQuery({
    queryKey: ['get', '/webhooks/deliveries/', webhook, state],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => {
      const query = {
        webhook,
        page_size: PAGE_SIZE,
        ...(state && { state }),
        ...(pageParam !== null && { cursor: pageParam }),
      }
      const { data } = await client.GET('/webhooks/deliveries/', { params: { query }, signal })
      if (!data) throw new Error('a list without an answer')
      return data
    },
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
    refetchInterval: POLL_MS,
  })
}
