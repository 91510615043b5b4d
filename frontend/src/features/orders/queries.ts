import { api, client } from '#/api/client'
import type { components } from '#/api/generated/schema'

type Schemas = components['schemas']
export type Order = Schemas['TeleworkOrder']
export type Wanted = Schemas['NewOrder']
export type ReasonKind = Order['reason_kind']
export type Named = Pick<Schemas['PersonBrief'], 'id' | 'name'>

const FRESH_MS = 10 * 60_000

/** The orders I may see, the newest first. */
export const ordersOptions = () =>
  api.queryOptions('get', '/telework/orders/', { params: { query: { page_size: 50 } } })

/** The departments that I manage. */
export const managedOptions = () => api.queryOptions('get', '/seating/departments/', {})

/** Every department, in the order of the tree: HR and crisis management may order any of them. */
export const everyDepartmentOptions = () =>
  api.queryOptions('get', '/departments/', {}, { staleTime: FRESH_MS })

/** What an order would come to: how many people, days of people, and desks that would be given up. */
export async function previewOrder({ reason: _reason, reason_kind: _kind, ...body }: Wanted) {
  return (await client.POST('/telework/orders/preview/', { body })).data
}

export const giveOrder = (body: Wanted) => client.POST('/telework/orders/', { body })

export const withdrawOrder = (id: number) =>
  client.POST('/telework/orders/{id}/withdraw/', { params: { path: { id } } })
