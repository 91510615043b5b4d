import { queryOptions } from '@tanstack/react-query'
import { api, client } from '#/api/client'

export interface Named {
  id: number
  name: string
}

/** An order of telework; `department` null is everybody. Days are `YYYY-MM-DD`, instants ISO 8601 with offset. */
export interface Order {
  id: number
  department: Named | null
  first_day: string
  last_day: string
  reason_kind: ReasonKind
  reason: string
  except_people: Named[]
  ordered_by: Named | null
  ordered_at: string
  withdrawn_at: string | null
  people: number
  may_withdraw: boolean
}

export type ReasonKind = 'disaster' | 'epidemic' | 'other'

export interface Wanted {
  department: number | null
  first_day: string
  last_day: string
  reason_kind: ReasonKind
  reason: string
  except_people: number[]
}

/** What an order would come to: how many people, on how many working days, and desks that would be given up. */
export interface Preview {
  people: number
  days: number
  desks_let_go: number
}

const call = client as unknown as Record<
  'GET' | 'POST',
  (path: string, init: unknown) => Promise<{ data?: unknown }>
>

/** The orders I may see, the newest first. */
export const ordersOptions = () =>
  queryOptions({
    queryKey: ['get', '/telework/orders/'],
    queryFn: async ({ signal }) => {
      const { data } = await call.GET('/telework/orders/', { params: { query: { page_size: 50 } }, signal })
      return data as { results: Order[]; next: string | null }
    },
  })

/** The departments that I manage. */
export const managedOptions = () => api.queryOptions('get', '/seating/departments/', {})

export async function previewOrder(body: Wanted): Promise<Preview> {
  return (await call.POST('/telework/orders/preview/', { body })).data as Preview
}

export async function giveOrder(body: Wanted): Promise<Order> {
  return (await call.POST('/telework/orders/', { body })).data as Order
}

export async function withdrawOrder(id: number): Promise<Order> {
  return (await call.POST('/telework/orders/{id}/withdraw/', { params: { path: { id } } })).data as Order
}
