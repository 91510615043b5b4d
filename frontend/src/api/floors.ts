import { api } from './client'

/** A plan changes when a layout is published, not by the minute. */
const PLAN_FRESH_MS = 10 * 60_000

/** One floor as it is on `day`: plan, areas, desks. */
export const floorOptions = (id: number, day: string) =>
  api.queryOptions(
    'get',
    '/floors/{id}/',
    { params: { path: { id }, query: { day } } },
    { staleTime: PLAN_FRESH_MS },
  )
