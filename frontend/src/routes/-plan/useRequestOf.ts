import { useQueryClient } from '@tanstack/react-query'
import { requestOptions, type TeleworkRequest } from '#/features/telework/queries'

/** Reads a request of mine when it is wanted. */
export function useRequestOf(): (id: number) => Promise<TeleworkRequest> {
  const cache = useQueryClient()
  return (id) => cache.fetchQuery({ ...requestOptions(id), staleTime: 0 })
}
