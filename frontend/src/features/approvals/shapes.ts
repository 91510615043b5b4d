import type { Problem } from '#/api/problem'

/** What the approvals are about, as the API tells it. Days are `YYYY-MM-DD`, instants ISO 8601 with offset. */
export interface Brief {
  id: number
  name: string
}

export interface TeleworkRequest {
  id: number
  person: Brief
  department: Brief | null
  day: string
  unit: 'full' | 'am' | 'pm' | 'hours'
  start: string
  end: string
  form: 'home' | 'satellite' | 'mobile'
  place: string
  tasks: string
  contact: string
  terminal: 'own_office' | 'pool' | 'virtual' | 'none'
  documents: string
  treatment: 'duty' | 'trip'
  origin: 'request' | 'order' | 'post_hoc'
  post_hoc_reason: string
  state: RequestState
  comment: string
  submitted_at: string | null
  decided_at: string | null
  decided_by: Brief | null
  decided_as: DecidedAs | ''
  decided_for: Brief | null
  report: Report | null
  may: string[]
  version: number
}

export type RequestState =
  | 'draft'
  | 'submitted'
  | 'approved'
  | 'started'
  | 'paused'
  | 'ended'
  | 'reported'
  | 'confirmed'
  | 'returned'
  | 'rejected'
  | 'withdrawn'
  | 'cancelled'
  | 'revoked'
  | 'not_performed'

export type DecidedAs = 'manager' | 'delegate' | 'cover' | 'order'

export interface Report {
  started_at: string
  ended_at: string
  break_minutes: number
  tasks_done: string
  overtime_minutes: number
  overtime_ordered: boolean
  device_minutes: number | null
  difference_minutes: number | null
  explanation: string
  reported_at: string
}

export interface OnSite {
  half: 'am' | 'pm'
  before: number
  after: number
  minimum: number
}

export interface Approval {
  request: TeleworkRequest
  as: DecidedAs
  in_place_of: Brief | null
  on_site: OnSite[]
  week_days: number
  month_days: number
  month_most: number | null
  in_a_row: number
  refused: Problem | null
  warnings: Problem[]
}

export interface ReportToConfirm {
  request: TeleworkRequest
  as: DecidedAs
  in_place_of: Brief | null
}

export interface Registration {
  id: number
  person: Brief
  fiscal_year: number
  state: string
  reason_class: 'none' | 'childcare' | 'care' | 'pregnancy' | 'illness' | 'other'
  place_kind: 'own_home' | 'relatives_home' | 'satellite_office' | 'other'
  place: string
  contact: string
  terminal: TeleworkRequest['terminal']
  trained_on: string | null
  submitted_at: string | null
  valid_to: string
  decides_as: DecidedAs | ''
  in_place_of: Brief | null
  missing: Problem[]
  warnings: Problem[]
  may: string[]
  version: number
}

export interface Counts {
  requests: number
  reports: number
  registrations: number
  total: number
}

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
