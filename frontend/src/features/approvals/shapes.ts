import type { components } from '#/api/generated/schema'
import type { Problem } from '#/api/problem'

type Schemas = components['schemas']
export type Brief = Schemas['PersonBrief']
export type TeleworkRequest = Schemas['TeleworkRequest']
export type RequestState = TeleworkRequest['state']
export type OnSite = Schemas['OnSite']
export type Approval = Schemas['Approval']
export type ReportToConfirm = Schemas['ReportToConfirm']
export type Registration = Schemas['Registration']

/** What became of an act about several: each on its own. */
export interface Outcome {
  done: number[]
  refused: { id: number; problem: Problem }[]
}

export type Whose = 'mine' | 'delegated' | 'done'
export type Show = 'requests' | 'reports' | 'registrations'
export type Deed = 'approve' | 'return' | 'reject' | 'revoke' | 'confirm' | 'send_back'

/** One thing that waits, whatever its kind: what a row and the bar at the foot need to know of it. */
export type Waiting = { id: number; version: number; person: Brief; sort: string } & (
  | { kind: 'requests'; approval: Approval }
  | { kind: 'reports'; report: ReportToConfirm }
  | { kind: 'registrations'; registration: Registration }
)

export const whoWaits = {
  requests: (approval: Approval): Waiting => ({
    kind: 'requests',
    id: approval.request.id,
    version: approval.request.version,
    person: approval.request.person,
    sort: approval.request.start,
    approval,
  }),
  reports: (report: ReportToConfirm): Waiting => ({
    kind: 'reports',
    id: report.request.id,
    version: report.request.version,
    person: report.request.person,
    sort: report.request.start,
    report,
  }),
  registrations: (registration: Registration): Waiting => ({
    kind: 'registrations',
    id: registration.id,
    version: registration.version,
    person: registration.person,
    sort: registration.submitted_at ?? '',
    registration,
  }),
}

/** Why it cannot be approved as it stands; null where it can. */
export function refusedNow(one: Waiting): Problem | null {
  if (one.kind === 'requests') return one.approval.refused
  if (one.kind === 'registrations') return one.registration.missing[0] ?? null
  return null
}

/** In whose place the reader decides. */
export function inPlaceOf(one: Waiting): Brief | null {
  if (one.kind === 'requests') return one.approval.in_place_of
  return one.kind === 'reports' ? one.report.in_place_of : one.registration.in_place_of
}

/** By the day, or by the name and then the day. */
export function sorted(every: readonly Waiting[], by: 'day' | 'person'): Waiting[] {
  const byDay = (a: Waiting, b: Waiting) => a.sort.localeCompare(b.sort) || a.id - b.id
  const byPerson = (a: Waiting, b: Waiting) => a.person.name.localeCompare(b.person.name, 'ja') || byDay(a, b)
  return [...every].sort(by === 'day' ? byDay : byPerson)
}
