import { keepPreviousData } from '@tanstack/react-query'
import { api } from '#/api/client'
import type { By } from './answers'
import type { Period } from './choices/periods'
import type { Asked } from './choices/search'

/** Facts change when a day is built; an unchanged answer costs a 304. What is there stays until the next is. */
const REPORT = { staleTime: 60_000, placeholderData: keepPreviousData }
const PLACES = { staleTime: 600_000 }

export const summaryOptions = (asked: Asked, compared: Period | null) =>
  api.queryOptions(
    'get',
    '/occupancy/summary/',
    { params: { query: { ...asked, ...comparedQuery(compared) } } },
    REPORT,
  )

export const timelineOptions = (asked: Asked, by: By) =>
  api.queryOptions('get', '/occupancy/timeline/', { params: { query: { ...asked, by } } }, REPORT)

/** The same days, weeks or months of the other period; asked only where one is compared with. */
export const otherTimelineOptions = (asked: Asked, other: Period | null, by: By) => ({
  ...timelineOptions({ ...asked, ...other }, by),
  enabled: other !== null,
})

export const heatMapOptions = (asked: Asked) =>
  api.queryOptions('get', '/occupancy/heatmap/', { params: { query: asked } }, REPORT)

export const floorUseOptions = (asked: Asked) =>
  api.queryOptions('get', '/occupancy/floors/', { params: { query: asked } }, REPORT)

export const areaUseOptions = (asked: Asked) =>
  api.queryOptions('get', '/occupancy/areas/', { params: { query: asked } }, REPORT)

export const departmentUseOptions = (asked: Asked) =>
  api.queryOptions(
    'get',
    '/occupancy/departments/',
    { params: { query: { ...asked, kind: 'section' } } },
    REPORT,
  )

export const featureUseOptions = (asked: Asked) =>
  api.queryOptions('get', '/occupancy/features/', { params: { query: asked } }, REPORT)

/** The desks of one floor, in one half hour or in the whole core window. */
export const deskUseOptions = ({ from, to, source }: Asked, floor: number, slot: string | undefined) =>
  api.queryOptions(
    'get',
    '/occupancy/desks/',
    { params: { query: { from, to, source, floor, ...(slot && { slot }) } } },
    REPORT,
  )

export const neverUsedOptions = (asked: Asked) =>
  api.queryOptions('get', '/occupancy/desks/', { params: { query: { ...asked, never_used: true } } }, REPORT)

/** Which monthly reports I get. */
export const monthlyReportOptions = () =>
  api.queryOptions('get', '/occupancy/monthly-report/', {}, { retry: false })

export const buildingsOptions = () => api.queryOptions('get', '/buildings/', {}, PLACES)
export const floorsOptions = () => api.queryOptions('get', '/floors/', {}, PLACES)
export const departmentsOptions = () => api.queryOptions('get', '/departments/', {}, PLACES)

export const TABLES = [
  'summary',
  'timeline',
  'heatmap',
  'floors',
  'areas',
  'departments',
  'desks',
  'features',
] as const
export type Table = (typeof TABLES)[number]

/** Where the file of a report is fetched; a CSV is of one table. */
export function fileAddress(
  file: 'xlsx' | 'pdf' | 'csv',
  asked: Asked,
  compared: Period | null,
  table?: Table,
): string {
  const query = new URLSearchParams({ file, ...(table && { table }) })
  for (const [name, value] of Object.entries({ ...asked, ...comparedQuery(compared) }))
    query.set(name, String(value))
  return `/api/v1/occupancy/export/?${query.toString()}`
}

function comparedQuery(compared: Period | null): { compare_from?: string; compare_to?: string } {
  return compared ? { compare_from: compared.from, compare_to: compared.to } : {}
}
