import type { QueryClient } from '@tanstack/react-query'

/** After a request changed: requests, days and desks are read anew. */
export async function refreshTelework(cache: QueryClient): Promise<void> {
  await cache.invalidateQueries({
    predicate: ({ queryKey }) =>
      typeof queryKey[1] === 'string' && /telework|attendance|bookings|availability/.test(queryKey[1]),
  })
}
