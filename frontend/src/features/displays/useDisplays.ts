import { useMutation, useQueryClient } from '@tanstack/react-query'
import { client } from '#/api/client'
import type { components } from '#/api/generated/schema'
import { displayLinksOptions } from './queries'

export type DisplayLink = components['schemas']['DisplayLink']
export type NewDisplayLink = components['schemas']['NewDisplayLink']

/** Setting displays up and revoking them; the list follows. */
export function useDisplays() {
  const queryClient = useQueryClient()
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: displayLinksOptions().queryKey })
  const setUp = useMutation({
    mutationFn: async (body: components['schemas']['NewDisplay']) => {
      const { data } = await client.POST('/display-links/', { body })
      if (!data) throw new Error('a display without an answer')
      return data
    },
    onSuccess,
  })
  const revoke = useMutation({
    mutationFn: async ({ id }: DisplayLink) => {
      await client.POST('/display-links/{id}/revoke/', { params: { path: { id } } })
    },
    onSuccess,
  })
  return { setUp, revoke }
}
