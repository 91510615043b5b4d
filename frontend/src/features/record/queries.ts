import { api } from '#/api/client'
import type { components } from '#/api/generated/schema'

type Schemas = components['schemas']
export type OwnRecord = Schemas['OwnRecord']
export type DepartmentRecord = Schemas['DepartmentRecord']
export type PersonRecord = Schemas['PersonRecord']
export type Totals = Schemas['Totals']
export type DeviceLogTaken = Schemas['DeviceLogTaken']
export type Allowance = Schemas['Allowance']

/** A month, or the fiscal year that begins in a year. */
export type Period = { month: string } | { fiscal_year: number }

const FRESH_MS = 10 * 60_000

export const ownRecordOptions = (period: Period) =>
  api.queryOptions('get', '/telework/records/me/', { params: { query: period } })

export const departmentRecordOptions = (id: number, period: Period) =>
  api.queryOptions('get', '/telework/records/departments/{id}/', {
    params: { path: { id }, query: period },
  })

/** The departments that I manage. */
export const managedOptions = () =>
  api.queryOptions('get', '/seating/departments/', {}, { staleTime: FRESH_MS })

/** Every department: HR reads them all. */
export const everyDepartmentOptions = () =>
  api.queryOptions('get', '/departments/', {}, { staleTime: FRESH_MS })
