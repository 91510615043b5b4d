import { keepPreviousData } from '@tanstack/react-query'
import { api } from '#/api/client'
import type { Asked } from './search'

/** How often a floor that is looked at is asked again; hidden tabs do not ask, and a 304 costs nothing. */
const POLL_MS = 5_000
/** Plans and hours change when a layout is published, not by the minute. */
const PLAN_FRESH_MS = 10 * 60_000

export const buildingsOptions = () => api.queryOptions('get', '/buildings/', {}, { staleTime: PLAN_FRESH_MS })

export const floorsOptions = (day: string) =>
  api.queryOptions('get', '/floors/', { params: { query: { day } } }, { staleTime: PLAN_FRESH_MS })

export const floorOptions = (id: number, day: string) =>
  api.queryOptions(
    'get',
    '/floors/{id}/',
    { params: { path: { id }, query: { day } } },
    { staleTime: PLAN_FRESH_MS, placeholderData: keepPreviousData },
  )

/** Free counts of every floor. */
export const countsOptions = (day: string, asked: Asked) =>
  api.queryOptions(
    'get',
    '/availability/',
    { params: { query: { day, ...asked } } },
    { staleTime: 0, refetchInterval: POLL_MS, placeholderData: keepPreviousData },
  )

/** Who has which desk of one floor; unchanged desks keep their identity, so they are not drawn again. */
export const floorAvailabilityOptions = (id: number, day: string, asked: Asked) =>
  api.queryOptions(
    'get',
    '/floors/{id}/availability/',
    { params: { path: { id }, query: { day, ...asked } } },
    {
      staleTime: 0,
      refetchInterval: POLL_MS,
      // Another day of the same floor replaces the marks when it comes; another floor's desks are other desks.
      placeholderData: (before) => (before?.floor === id ? before : undefined),
    },
  )

/** One desk's day; with `person`, what is said of me is said of that person. */
export const deskDayOptions = (id: number, day: string, asked: Asked, person?: number) =>
  api.queryOptions(
    'get',
    '/desks/{id}/day/',
    { params: { path: { id }, query: { day, ...asked, ...(person && { person }) } } },
    { staleTime: 0, refetchInterval: POLL_MS },
  )

/** A desk by its code, as it stands on its label. */
export const deskByCodeOptions = (code: string) =>
  api.queryOptions('get', '/desks/', { params: { query: { code } } }, { staleTime: PLAN_FRESH_MS })

export const whereaboutsOptions = (id: number, day: string) =>
  api.queryOptions(
    'get',
    '/people/{id}/whereabouts/',
    { params: { path: { id }, query: { day } } },
    { refetchInterval: 3 * POLL_MS },
  )

export const bookingOptions = (id: number) =>
  api.queryOptions('get', '/bookings/{id}/', { params: { path: { id } } })

/** The days on which I lend my assigned desk. */
export const loansOptions = () => api.queryOptions('get', '/desk-loans/', {})

/** My bookings of one day, or those of `person`. */
export const myDayOptions = (day: string, person?: number) =>
  api.queryOptions(
    'get',
    '/bookings/',
    { params: { query: { from: day, to: day, ...(person && { person }) } } },
    { refetchInterval: POLL_MS },
  )
