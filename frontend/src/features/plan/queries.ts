import { api } from '#/api/client'
import type { components } from '#/api/generated/schema'

type Schemas = components['schemas']
export type PlanDay = Schemas['PlanDay']
export type Stretch = Schemas['Stretch']
export type Pending = PlanDay['pending'][number]
export type Place = Schemas['Place']
export type Part = Schemas['Part']
export type Half = 'am' | 'pm'
export type Booking = Schemas['Booking']

export const HALVES: readonly Half[] = ['am', 'pm']

/** My days from `from` to `to`, both included; at most 62. */
export const myDaysOptions = (from: string, to: string) =>
  api.queryOptions('get', '/attendance/me/', { params: { query: { from, to } } })

/** The shift classes there are. */
export const shiftsOptions = () =>
  api.queryOptions('get', '/attendance/shifts/', {}, { staleTime: Number.POSITIVE_INFINITY })

/** My usual week, and from when it holds. */
export const patternOptions = () => api.queryOptions('get', '/attendance/me/pattern/', {})

/** The latest of my bookings up to `to`, to know which desk is the usual one. */
export const latestBookingsOptions = (to: string) =>
  api.queryOptions('get', '/bookings/', { params: { query: { to, order: 'desc', page_size: 60 } } })

/** An answer without a body does not happen: problems were thrown before. */
export function answered<Body>(data: Body | undefined): Body {
  if (data === undefined) throw new Error('the API answered without a body')
  return data
}
