import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, client } from '#/api/client'
import type { components } from '#/api/generated/schema'

type Schemas = components['schemas']
export type BookingRule = Schemas['BookingRule']
export type RuleBody = Omit<BookingRule, 'id'>
export type Simulation = Schemas['Simulation']

const PLACES_FRESH_MS = 10 * 60_000

/** Every row of rules, in the order in which they were made. */
export const rulesOptions = () => api.queryOptions('get', '/booking-rules/', {})

export const floorsOptions = (day: string) =>
  api.queryOptions('get', '/floors/', { params: { query: { day } } }, { staleTime: PLACES_FRESH_MS })

export const floorOptions = (id: number, day: string) =>
  api.queryOptions(
    'get',
    '/floors/{id}/',
    { params: { path: { id }, query: { day } } },
    { staleTime: PLACES_FRESH_MS },
  )

export const departmentsOptions = () =>
  api.queryOptions('get', '/departments/', {}, { staleTime: PLACES_FRESH_MS })

/** Write a new row of rules, or change the one with `id`. */
export function useSetRule() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: async ({ id, body }: { id: number | null; body: RuleBody }): Promise<BookingRule> => {
      // The id in the body is the server's to give; the contract has one shape for what is asked and answered.
      const { data } =
        id === null
          ? await client.POST('/booking-rules/', { body: body as BookingRule })
          : await client.PATCH('/booking-rules/{id}/', { params: { path: { id } }, body })
      if (!data) throw new Error('a rule without an answer')
      return data
    },
    onSettled: () => cache.invalidateQueries({ queryKey: ['get', '/booking-rules/'] }),
  })
}

export function useRemoveRule() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: async (id: number) => {
      await client.DELETE('/booking-rules/{id}/', { params: { path: { id } } })
    },
    onSettled: () => cache.invalidateQueries({ queryKey: ['get', '/booking-rules/'] }),
  })
}

interface Trial {
  rule: RuleBody
  replaces: number | null
  from: string
  to: string
}

/** What the rule would have refused; nothing is written. */
export function useTrial() {
  return useMutation({
    mutationFn: async ({ rule, replaces, from, to }: Trial): Promise<Simulation> => {
      const { data } = await client.POST('/booking-rules/simulate/', {
        body: { rule: rule as BookingRule, from, to, ...(replaces === null ? {} : { replaces }) },
      })
      if (!data) throw new Error('a trial without an answer')
      return data
    },
  })
}
