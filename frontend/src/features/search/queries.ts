import { keepPreviousData } from '@tanstack/react-query'
import { api } from '#/api/client'
import type { components } from '#/api/generated/schema'

export type PersonFound = components['schemas']['PersonFound']
export type DeskFound = components['schemas']['DeskFound']

/** As many people as fit a phone above its keyboard; more typing finds the rest. */
const SHOWN = 8

export const peopleFoundOptions = (q: string) =>
  api.queryOptions(
    'get',
    '/people/',
    { params: { query: { q, page_size: SHOWN } } },
    { enabled: q !== '', placeholderData: keepPreviousData },
  )

export const desksFoundOptions = (q: string) =>
  api.queryOptions(
    'get',
    '/desks/',
    { params: { query: { q } } },
    { enabled: /\d/.test(q), placeholderData: keepPreviousData },
  )
