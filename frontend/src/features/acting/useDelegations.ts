import { useMutation, useQueryClient } from '@tanstack/react-query'
import { client } from '#/api/client'
import type { components } from '#/api/generated/schema'

/** Give a delegation, and end one; the list is read anew after either. */
export function useDelegations() {
  const cache = useQueryClient()
  const again = () =>
    cache.invalidateQueries({
      predicate: ({ queryKey }) => /^\/(delegations|people\/bookable)\//.test(String(queryKey[1])),
    })
  const give = useMutation({
    mutationFn: async (body: components['schemas']['NewDelegation']) => {
      const { data } = await client.POST('/delegations/', { body })
      if (!data) throw new Error('a delegation without an answer')
      return data
    },
    onSuccess: again,
  })
  const end = useMutation({
    mutationFn: (id: number) => client.POST('/delegations/{id}/end/', { params: { path: { id } } }),
    onSettled: again,
  })
  return { give, end }
}
