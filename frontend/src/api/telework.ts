import { client } from './client'
import type { components } from './generated/schema'

export type TeleworkRequest = components['schemas']['TeleworkRequest']

/** How a request is given up: one that was approved is cancelled, one that was not is withdrawn; null: not any more. */
export function dropOf({ may }: Pick<TeleworkRequest, 'may'>): 'cancel' | 'withdraw' | null {
  if (may.includes('cancel')) return 'cancel'
  return may.includes('withdraw') ? 'withdraw' : null
}

/** Give a request up, as it stood on the screen. */
export async function dropRequest(request: TeleworkRequest): Promise<TeleworkRequest> {
  const how = dropOf(request) ?? 'cancel'
  const { data } = await client.POST(`/telework/requests/{id}/${how}/`, {
    params: { path: { id: request.id } },
    body: { version: request.version, comment: '' },
  })
  if (!data) throw new Error('a request was given up without an answer')
  return data
}

/** Give up the request of this id, whatever it has become meanwhile. */
export async function dropRequestOf(id: number): Promise<TeleworkRequest> {
  const { data } = await client.GET('/telework/requests/{id}/', { params: { path: { id } } })
  if (!data) throw new Error('a request without an answer')
  return dropRequest(data)
}
