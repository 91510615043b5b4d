import { api } from './client'

const POLL_MS = 60_000

/** How many requests, reports and registrations wait for my decision; the ETag makes asking again cheap. */
export const approvalsCountOptions = () =>
  api.queryOptions('get', '/telework/approvals/count/', {}, { refetchInterval: POLL_MS })
