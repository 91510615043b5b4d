import { keepPreviousData } from '@tanstack/react-query'
import { api } from '#/api/client'
import type { components } from '#/api/generated/schema'

export type Bookable = components['schemas']['Bookable']
export type Delegation = components['schemas']['Delegation']
export type Visitor = components['schemas']['Visitor']

const SHOWN = 12
const FRESH_MS = 60_000

/** The first of the people for whom I may book, or those of them that were typed. */
export const bookableOptions = (q: string) =>
  api.queryOptions(
    'get',
    '/people/bookable/',
    { params: { query: { q, page_size: SHOWN } } },
    { staleTime: FRESH_MS, placeholderData: keepPreviousData },
  )

/** One person, if I may book for them: a list of one or of none. */
export const bookableOneOptions = (person: number) =>
  api.queryOptions(
    'get',
    '/people/bookable/',
    { params: { query: { person, page_size: 1 } } },
    { staleTime: FRESH_MS },
  )

export const delegationsOptions = () => api.queryOptions('get', '/delegations/', {})

export const visitorsOptions = () => api.queryOptions('get', '/visitors/', {})
