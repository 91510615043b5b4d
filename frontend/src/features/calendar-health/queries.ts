import { api } from '#/api/client'
import type { components } from '#/api/generated/schema'

const POLL_MS = 30_000

export type Health = components['schemas']['CalendarHealth']

/** How the links of everybody do, in counts. */
export const healthOptions = () =>
  api.queryOptions('get', '/calendar/health/', {}, { refetchInterval: POLL_MS })
