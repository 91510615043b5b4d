import { keepPreviousData } from '@tanstack/react-query'
import { api } from '#/api/client'
import type { Whose } from './shapes'

/** As many as a page may hold: what waits is a list to clear, not one to leaf through. */
const PAGE = 200
const POLL_MS = 30_000

/** Requests that wait for me, for those in whose place I decide, or that I decided. */
export const approvalsOptions = (whose: Whose) =>
  api.queryOptions(
    'get',
    '/telework/approvals/',
    { params: { query: { whose, page_size: PAGE } } },
    {
      refetchInterval: whose === 'done' ? false : POLL_MS,
      staleTime: 0,
      placeholderData: keepPreviousData,
    },
  )

/** Reports that wait to be confirmed. */
export const reportsOptions = () =>
  api.queryOptions(
    'get',
    '/telework/approvals/reports/',
    { params: { query: { page_size: PAGE } } },
    { refetchInterval: POLL_MS, staleTime: 0 },
  )

/** Registrations that wait for a decision. */
export const registrationsOptions = () =>
  api.queryOptions(
    'get',
    '/telework/registrations/',
    { params: { query: { whose: 'waiting', page_size: PAGE } } },
    { refetchInterval: POLL_MS, staleTime: 0 },
  )

/** This year's registrations of those about whom I decide, the latest first. */
export const sectionRegistrationsOptions = () =>
  api.queryOptions(
    'get',
    '/telework/registrations/',
    { params: { query: { whose: 'section', page_size: PAGE } } },
    { staleTime: 0 },
  )

/** The section on one day: who will be in the office. */
export const sectionDayOptions = (department: number, day: string) =>
  api.queryOptions(
    'get',
    '/attendance/departments/{id}/',
    { params: { path: { id: department }, query: { from: day, to: day } } },
    { staleTime: 60_000, retry: false },
  )
