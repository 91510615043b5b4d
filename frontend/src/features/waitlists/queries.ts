import { useMutation, useQueryClient } from '@tanstack/react-query'
import { refreshPlaces } from '#/api/bookings'
import { api, client } from '#/api/client'
import type { components } from '#/api/generated/schema'

export type Wait = components['schemas']['Wait']
export type NewWait = components['schemas']['NewWait']

/** An offer lapses within minutes: who looks at the page sees it in time. A 304 costs nothing. */
const POLL_MS = 15_000

/** My waits for today and later. */
export const waitsOptions = () => api.queryOptions('get', '/waitlists/', {}, { refetchInterval: POLL_MS })

/** Join a line. `onDone` is called though the part that asked has gone meanwhile; so it is with the others below. */
export function useJoin(onDone: (wait: Wait) => void) {
  const again = useReadAgain()
  return useMutation({
    mutationFn: async (body: NewWait): Promise<Wait> => {
      const { data } = await client.POST('/waitlists/', { body })
      if (!data) throw new Error('a wait without an answer')
      return data
    },
    onSuccess: onDone,
    onSettled: again,
  })
}

/** Take what is offered; with `leaveOther`, what I hold meanwhile is given up for it. */
export function useAccept(onDone: () => void) {
  const again = useReadAgain()
  return useMutation({
    mutationFn: async ({ wait, leaveOther }: { wait: number; leaveOther: boolean }) => {
      const { data } = await client.POST('/waitlists/{id}/accept/', {
        params: { path: { id: wait } },
        body: { leave_other: leaveOther },
      })
      if (!data) throw new Error('an accepted offer without an answer')
      return data
    },
    onSuccess: onDone,
    onSettled: again,
  })
}

/** Say no to an offer, or wait no longer. */
export function useEndWait(onDone: () => void) {
  const again = useReadAgain()
  return useMutation({
    mutationFn: async ({ wait, how }: { wait: number; how: 'decline' | 'leave' }): Promise<Wait> => {
      const { data } = await client.POST(`/waitlists/{id}/${how}/`, { params: { path: { id: wait } } })
      if (!data) throw new Error('a wait without an answer')
      return data
    },
    onSuccess: onDone,
    onSettled: again,
  })
}

function useReadAgain() {
  const cache = useQueryClient()
  return () => {
    void refreshPlaces(cache)
    void cache.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === '/waitlists/' })
  }
}
