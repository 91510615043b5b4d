import { type QueryClient, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, client } from './client'
import type { components } from './generated/schema'

export type Booking = components['schemas']['Booking']
export type BookingState = Booking['state']
type Page = components['schemas']['PaginatedBookingList']

/** What a person does to a booking of theirs, as the API names it. */
export type BookingStep = 'cancel' | 'restore' | 'check-in' | 'check-out'

const STATE_AFTER: Record<BookingStep, BookingState> = {
  cancel: 'cancelled',
  restore: 'booked',
  'check-in': 'checked_in',
  'check-out': 'checked_out',
}

const PAGE_SIZE = 20

/** My bookings of some days, in order of time; `from` and `to` are inclusive. */
export const bookingsOptions = (from: string, to: string) =>
  api.queryOptions('get', '/bookings/', { params: { query: { from, to } } })

/** My bookings of a day. */
export const bookingsOfDayOptions = (day: string) => bookingsOptions(day, day)

/** My bookings, page by page: from `from` on, or up to `to`, newest day first. */
export function useBookingPages(range: { from: string } | { to: string }) {
  const query = {
    ...range,
    page_size: PAGE_SIZE,
    order: 'from' in range ? ('asc' as const) : ('desc' as const),
  }
  return useInfiniteQuery({
    queryKey: ['get', '/bookings/', { params: { query } }, 'pages'],
    initialPageParam: null,
    queryFn: async ({
      pageParam,
      signal,
    }: {
      pageParam: string | null
      signal: AbortSignal
    }): Promise<Page> => {
      const cursor = pageParam === null ? {} : { cursor: pageParam }
      const { data } = await client.GET('/bookings/', { params: { query: { ...query, ...cursor } }, signal })
      if (!data) throw new Error('a list without an answer')
      return data
    },
    getNextPageParam: (last) => last.next,
  })
}

/** One step of a booking: shown at once, taken back when the server refuses, then read anew everywhere. */
export function useBookingStep() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ booking, step }: { booking: Booking; step: BookingStep }) => takeStep(booking.id, step),
    onMutate: async ({ booking, step }) => {
      await queryClient.cancelQueries({ queryKey: ['get', '/bookings/'] })
      showEverywhere(queryClient, { ...booking, state: STATE_AFTER[step], may: [] })
    },
    onError: (_error, { booking }) => showEverywhere(queryClient, booking),
    onSuccess: (answer) => showEverywhere(queryClient, answer),
    onSettled: () => refreshPlaces(queryClient),
  })
}

/** After a booking changed: everything on the screen that depends on who sits where is read anew. */
export async function refreshPlaces(queryClient: QueryClient): Promise<void> {
  const dependent = [
    '/bookings/',
    '/booking-series/',
    '/attendance/',
    '/availability/',
    '/floors/{id}/availability/',
    '/desks/',
    '/people/',
  ]
  await queryClient.invalidateQueries({
    predicate: ({ queryKey }) => dependent.some((path) => String(queryKey[1]).startsWith(path)),
  })
}

async function takeStep(id: number, step: BookingStep): Promise<Booking> {
  const { data } = await client.POST(`/bookings/{id}/${step}/`, { params: { path: { id } } })
  if (!data) throw new Error(`an answer to ${step} without a booking`)
  return data
}

function showEverywhere(queryClient: QueryClient, booking: Booking): void {
  queryClient.setQueriesData({ queryKey: ['get', '/bookings/'] }, (held: unknown) =>
    withBooking(held, booking),
  )
}

/** `held` (a page, or pages) with `booking` in the place of the one with its id. */
export function withBooking(held: unknown, booking: Booking): unknown {
  if (isPages(held)) return { ...held, pages: held.pages.map((page) => withBooking(page, booking)) }
  if (!isPage(held)) return held
  return { ...held, results: held.results.map((other) => (other.id === booking.id ? booking : other)) }
}

function isPages(held: unknown): held is { pages: unknown[] } {
  return typeof held === 'object' && held !== null && 'pages' in held
}

function isPage(held: unknown): held is Page {
  return typeof held === 'object' && held !== null && 'results' in held
}
