import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, client } from '#/api/client'
import type { components } from '#/api/generated/schema'
import { answered, requestOptions, type TeleworkRequest } from './queries'
import { refreshTelework } from './refresh'

type Schemas = components['schemas']
export type WorkOfDay = Schemas['WorkOfDay']
export type WorkReport = NonNullable<TeleworkRequest['report']>
export type NewReport = Schemas['NewReport']
export type Step = 'start' | 'pause' | 'resume' | 'end'

/** The stretches of a telework day, and the terminals' log beside them. */
export const workOptions = (id: number) =>
  api.queryOptions('get', '/telework/requests/{id}/stretches/', { params: { path: { id } } })

/** Start, pause, resume or end; pressed twice, or on the phone as well, it happens once. */
export function useWorkStep() {
  return useChange(async ({ id, step }: { id: number; step: Step }) =>
    client.POST(`/telework/requests/{id}/${step}/`, { params: { path: { id } }, body: {} }),
  )
}

/** Report a day that has ended. */
export function useReporting() {
  return useChange(async ({ id, body }: { id: number; body: NewReport }) =>
    client.POST('/telework/requests/{id}/report/', { params: { path: { id } }, body }),
  )
}

/** Confirm a report, or send it back with a comment, as it stood on the screen. */
export function useReportDecision() {
  return useChange(async ({ request, sendBack }: { request: TeleworkRequest; sendBack: string | null }) => {
    const params = { path: { id: request.id } }
    const { version } = request
    return sendBack === null
      ? client.POST('/telework/requests/{id}/confirm/', { params, body: { version } })
      : client.POST('/telework/requests/{id}/send_back/', { params, body: { version, comment: sendBack } })
  })
}

/** A change is over as soon as its answer is there: what else it touches is read anew meanwhile, so that the next step
 * can be pressed at once. */
function useChange<Wanted>(send: (wanted: Wanted) => Promise<{ data?: TeleworkRequest }>) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: async (wanted: Wanted) => answered((await send(wanted)).data),
    onSuccess: async (request) => {
      const { queryKey } = requestOptions(request.id)
      await cache.cancelQueries({ queryKey })
      cache.setQueryData(queryKey, request)
    },
    onSettled: () => {
      void refreshTelework(cache)
    },
  })
}
