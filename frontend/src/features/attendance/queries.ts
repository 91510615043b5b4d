import { api } from '#/api/client'
import type { components } from '#/api/generated/schema'

export type PlanDay = components['schemas']['PlanDay']
export type Stretch = components['schemas']['Stretch']
export type Place = components['schemas']['Place']
export type SectionAttendance = components['schemas']['SectionAttendance']
export type SectionPerson = components['schemas']['SectionPerson']
export type SectionHalf = components['schemas']['SectionHalf']

const POLL_MS = 60_000

/** My days from `from` to `to`, both included; at most 62. */
export const myPlanOptions = (from: string, to: string) =>
  api.queryOptions('get', '/attendance/me/', { params: { query: { from, to } } })

/** A section's day. */
export const sectionDayOptions = (id: number, day: string) =>
  api.queryOptions(
    'get',
    '/attendance/departments/{id}/',
    { params: { path: { id }, query: { from: day, to: day } } },
    { refetchInterval: POLL_MS },
  )
