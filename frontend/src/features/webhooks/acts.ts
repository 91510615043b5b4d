import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answered } from '#/api/answered'
import { client } from '#/api/client'
import type { components } from '#/api/generated/schema'
import type { Wanted } from './shapes'

type EventKind = components['schemas']['WebhookWanted']['kinds'][number]
type Change = Partial<Wanted> & { active?: boolean }

/** Whatever is shown of webhooks is asked again after an act, also after one that was refused. */
function useAsked() {
  const cache = useQueryClient()
  return () =>
    cache.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/webhooks/') })
}

/** The server's own table says which kinds there are, so any of its names is one. */
const asKinds = (kinds: readonly string[]) => kinds as EventKind[]

/** Make a webhook; its secret is in the answer and nowhere else. */
export function useMake() {
  const onSettled = useAsked()
  return useMutation({
    mutationFn: (wanted: Wanted) =>
      answered(client.POST('/webhooks/', { body: { ...wanted, kinds: asKinds(wanted.kinds) } })),
    onSettled,
  })
}

export function useChange(id: number) {
  const onSettled = useAsked()
  return useMutation({
    mutationFn: ({ kinds, ...change }: Change) =>
      answered(
        client.PATCH('/webhooks/{id}/', {
          params: { path: { id } },
          body: { ...change, ...(kinds && { kinds: asKinds(kinds) }) },
        }),
      ),
    onSettled,
  })
}

export function useRemove(id: number) {
  const onSettled = useAsked()
  return useMutation({
    mutationFn: async () => {
      await client.DELETE('/webhooks/{id}/', { params: { path: { id } } })
    },
    onSettled,
  })
}

/** Post a test now; answers what became of it. */
export function useTest(id: number) {
  const onSettled = useAsked()
  return useMutation({
    mutationFn: () => answered(client.POST('/webhooks/{id}/test/', { params: { path: { id } } })),
    onSettled,
  })
}

export function useRenewSecret(id: number) {
  const onSettled = useAsked()
  return useMutation({
    mutationFn: () => answered(client.POST('/webhooks/{id}/renew-secret/', { params: { path: { id } } })),
    onSettled,
  })
}

/** Send one delivery again. */
export function useReplay() {
  const onSettled = useAsked()
  return useMutation({
    mutationFn: (id: number) =>
      answered(client.POST('/webhooks/deliveries/{id}/replay/', { params: { path: { id } } })),
    onSettled,
  })
}

/** Send everything again that was given up of the events since an instant. */
export function useReplayAll(id: number) {
  const onSettled = useAsked()
  return useMutation({
    mutationFn: (since: string) =>
      answered(client.POST('/webhooks/{id}/replay/', { params: { path: { id } }, body: { since } })),
    onSettled,
  })
}
