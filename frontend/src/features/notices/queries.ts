import { api } from '#/api/client'

const POLL_MS = 30_000

/** How many notices are unread; hidden tabs do not ask, and a 304 costs nothing. */
export const unreadOptions = () =>
  api.queryOptions('get', '/notices/unread/', {}, { staleTime: 0, refetchInterval: POLL_MS })

/** The newest notices, as many as the bell shows; an open window keeps up with the bell. */
export const latestOptions = () =>
  api.queryOptions(
    'get',
    '/notices/',
    { params: { query: { page_size: 4 } } },
    { staleTime: 0, refetchInterval: POLL_MS },
  )

/** When which notices are mailed. */
export const mailOptions = () => api.queryOptions('get', '/notices/preferences/', {})
