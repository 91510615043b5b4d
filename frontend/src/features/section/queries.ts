import { keepPreviousData } from '@tanstack/react-query'
import { api } from '#/api/client'
import type { components } from '#/api/generated/schema'

type Schemas = components['schemas']
export type SectionAttendance = Schemas['SectionAttendance']
export type SectionDay = Schemas['SectionDay']
export type SectionPerson = Schemas['SectionPerson']
export type SectionHalf = Schemas['SectionHalf']
export type SectionPending = Schemas['SectionPending']
export type Place = Schemas['Place']
export type Part = Schemas['Part']

const POLL_MS = 60_000

/** The days of a department's people from `from` to `to`, both included; at most 35 days. */
export const sectionOptions = (id: number, from: string, to: string) =>
  api.queryOptions(
    'get',
    '/attendance/departments/{id}/',
    { params: { path: { id }, query: { from, to } } },
    { refetchInterval: POLL_MS, placeholderData: keepPreviousData },
  )

export const SECTION_KEY = ['get', '/attendance/departments/{id}/'] as const

/** The sections there are: only those that people sit in. */
export const departmentsOptions = () =>
  api.queryOptions('get', '/departments/', {}, { staleTime: 10 * POLL_MS })

/** Where the file of the same days is. */
export const exportAddress = (id: number, from: string, to: string) =>
  `/api/v1/attendance/departments/${id}/export/?from=${from}&to=${to}`
