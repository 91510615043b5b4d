import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api, client } from '#/api/client'
import type { ApiProblem } from '#/api/problem'
import { type Counted, countQueue, type QueuedCount } from './count-queue'

/** The floors that can be walked. */
export const floorsOptions = (day: string) =>
  api.queryOptions('get', '/floors/', { params: { query: { day } } })

/** A floor's areas in walking order, with the desks that can be in use now. */
export const walkOptions = (floor: number) =>
  api.queryOptions('get', '/occupancy/counts/walk/', { params: { query: { floor } } }, { staleTime: 0 })

/** What was counted on a floor on a day, and what bookings said beside it. */
export const countsOptions = (day: string, floor: number) =>
  api.queryOptions('get', '/occupancy/counts/', { params: { query: { day, floor } } }, { staleTime: 0 })

/** Show counts the server took, and hear of those it refused. */
export function useTakenCounts(
  day: string,
  onRefused: (count: QueuedCount, failure: ApiProblem) => void,
): void {
  const queryClient = useQueryClient()
  // Synchronises with the queue, which lives outside React and outlives the page.
  useEffect(
    () =>
      countQueue.hear({
        onTaken: (count, taken) => {
          const { queryKey } = countsOptions(day, count.floor)
          queryClient.setQueryData<Counted[]>(queryKey, (known) => [...(known ?? []), taken])
        },
        onRefused,
      }),
    [day, queryClient, onRefused],
  )
}

/** Take a count back that the server has. */
export function useWithdrawal(day: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async ({ id }: Counted) => {
      await client.DELETE('/occupancy/counts/{id}/', { params: { path: { id } } })
    },
    onSuccess: (_, { id, floor }) =>
      queryClient.setQueryData<Counted[]>(countsOptions(day, floor).queryKey, (known) =>
        known?.filter((one) => one.id !== id),
      ),
  })
}
