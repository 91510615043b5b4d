import { useSuspenseQuery } from '@tanstack/react-query'
import { api } from './client'
import type { components } from './generated/schema'

export type Me = components['schemas']['Me']
export type Visibility = components['schemas']['Visibility']

const FRESH_MS = 5 * 60_000

/** Who is signed in, their language and home areas, the city's day and the coming working days. */
export const meOptions = () => api.queryOptions('get', '/me/', {}, { staleTime: FRESH_MS })

/** The signed-in account; the root route has loaded it before any screen. */
export function useMe(): Me {
  return useSuspenseQuery(meOptions()).data
}
