import { useMutation, useQueryClient } from '@tanstack/react-query'
import { client } from '#/api/client'
import type { components } from '#/api/generated/schema'

/** Enter a visitor, and end a visit; the list is read anew after either. */
export function useVisitors() {
  const cache = useQueryClient()
  const again = () =>
    cache.invalidateQueries({
      predicate: ({ queryKey }) => /^\/(visitors|people\/bookable)\//.test(String(queryKey[1])),
    })
  const enter = useMutation({
    mutationFn: async (body: components['schemas']['NewVisitor']) => {
      const { data } = await client.POST('/visitors/', { body })
      if (!data) throw new Error('a visitor without an answer')
      return data
    },
    onSuccess: again,
  })
  const end = useMutation({
    mutationFn: (id: number) => client.POST('/visitors/{id}/end/', { params: { path: { id } } }),
    onSettled: again,
  })
  return { enter, end }
}
