import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, client } from '#/api/client'
import type { Approval, Registration, ReportToConfirm, Whose } from './shapes'

export const PAGE = 100
const POLL_MS = 30_000

/** Some of what waits, or of what was decided; `next` says that there is more. */
export interface Page<One> {
  results: One[]
  next: string | null
}

const ask = client.GET as unknown as (
  path: string,
  init: { params: { query: Record<string, unknown> }; signal: AbortSignal },
) => Promise<{ data?: unknown }>

async function pageOf<One>(path: string, query: Record<string, unknown>, signal: AbortSignal) {
  const { data } = await ask(path, { params: { query }, signal })
  if (data === undefined) throw new Error('a list without an answer')
  return data as Page<One>
}

/** Requests that wait for me, for those in whose place I decide, or that were decided. */
export const approvalsOptions = (whose: Whose) =>
  queryOptions({
    queryKey: ['get', '/telework/approvals/', whose],
    queryFn: ({ signal }) => pageOf<Approval>('/telework/approvals/', { whose, page_size: PAGE }, signal),
    refetchInterval: whose === 'done' ? false : POLL_MS,
    staleTime: 0,
    placeholderData: keepPreviousData,
  })

/** Reports that wait to be confirmed. */
export const reportsOptions = () =>
  queryOptions({
    queryKey: ['get', '/telework/approvals/reports/'],
    queryFn: ({ signal }) =>
      pageOf<ReportToConfirm>('/telework/approvals/reports/', { page_size: PAGE }, signal),
    refetchInterval: POLL_MS,
    staleTime: 0,
  })

/** Registrations that wait for a decision. */
export const registrationsOptions = () =>
  queryOptions({
    queryKey: ['get', '/telework/registrations/', 'waiting'],
    queryFn: ({ signal }) =>
      pageOf<Registration>('/telework/registrations/', { whose: 'waiting', page_size: PAGE }, signal),
    refetchInterval: POLL_MS,
    staleTime: 0,
  })

/** The section on one day: who will be in the office. */
export const sectionDayOptions = (department: number, day: string) =>
  api.queryOptions(
    'get',
    '/attendance/departments/{id}/',
    { params: { path: { id: department }, query: { from: day, to: day } } },
    { staleTime: 60_000, retry: false },
  )
