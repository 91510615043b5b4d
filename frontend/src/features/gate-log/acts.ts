import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answered } from '#/api/answered'
import { client } from '#/api/client'

/** What is shown of files and days is asked again after an act, also after one that was refused. */
function useAsked(...beginnings: string[]) {
  const cache = useQueryClient()
  return () =>
    cache.invalidateQueries({
      predicate: ({ queryKey }) => beginnings.some((path) => String(queryKey[1]).startsWith(path)),
    })
}

/** Stop a file that is taken over. */
export function useCancel(id: number) {
  const onSettled = useAsked('/gate-log/')
  return useMutation({
    mutationFn: () => answered(client.POST('/gate-log/files/{id}/cancel/', { params: { path: { id } } })),
    onSettled,
  })
}

export function useResume(id: number) {
  const onSettled = useAsked('/gate-log/')
  return useMutation({
    mutationFn: () => answered(client.POST('/gate-log/files/{id}/resume/', { params: { path: { id } } })),
    onSettled,
  })
}

/** Build the facts of days anew: one at once, more by the worker. */
export function useBuild() {
  const onSettled = useAsked('/occupancy/')
  return useMutation({
    mutationFn: async (period: { from: string; to: string }) => {
      await answered(client.POST('/occupancy/days/build/', { body: period }))
    },
    onSettled,
  })
}
