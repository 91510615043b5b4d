import { useMutation, useQueryClient } from '@tanstack/react-query'
import { client } from '#/api/client'
import type { Notice } from './said'

/** Marking notices as read: the bell and every list follow. */
export function useReading() {
  const queryClient = useQueryClient()
  const refresh = () =>
    queryClient.invalidateQueries({
      predicate: ({ queryKey }) => ['/notices/', '/notices/unread/'].includes(String(queryKey[1])),
    })
  const one = useMutation({
    mutationFn: ({ id }: Notice) => client.POST('/notices/{id}/read/', { params: { path: { id } } }),
    onSettled: refresh,
  })
  const all = useMutation({
    mutationFn: ({ until }: { until: number }) => client.POST('/notices/read-all/', { body: { until } }),
    onSettled: refresh,
  })
  return { one, all }
}
