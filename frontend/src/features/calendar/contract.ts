import { csrfToken } from '#/api/csrf'
import { problemOf } from '#/api/problem'

export interface Choices {
  titles: 'full' | 'short' | 'busy'
  spans: 'hours' | 'halves'
  with_desk: boolean
  with_telework: boolean
  with_own_plans: boolean
  by_mail: boolean
  section_as: 'summary' | 'each'
  mail_possible: boolean
}
export interface Department {
  id: number
  code: string
  name: string
}
export interface Feed {
  id: number
  kind: 'personal' | 'section'
  department: Department | null
  address: string
  served: boolean
  created_at: string
  renewed_at: string | null
  last_read_at: string | null
  last_reader: string
}
export interface Feeds {
  feeds: Feed[]
  sections: Department[]
}
export type LinkKind = 'caldav' | 'ics' | 'garoon'
export type OnDeleted = 'ask' | 'release' | 'put_back'
export type Acceptance = 'ask' | 'automatic'
export interface CalendarLink {
  id: number
  kind: LinkKind
  address: string
  username: string
  calendar: string
  calendar_name: string
  sends: boolean
  takes_in: boolean
  on_deleted: OnDeleted
  acceptance: Acceptance
  state: 'active' | 'paused'
  trouble: string
  troubled_since: string | null
  sent_at: string | null
  read_at: string | null
  waiting: number
  sent_count: number
}
export interface Links {
  links: CalendarLink[]
  kinds: LinkKind[]
}
export interface Account {
  kind: LinkKind
  address: string
  username: string
  password: string
}
export interface FoundCalendar {
  address: string
  name: string
  writable: boolean
  takes_events: boolean
}
export interface NewLink extends Account {
  calendar: string
  calendar_name: string
  sends: boolean
  takes_in: boolean
  on_deleted: OnDeleted
  acceptance: Acceptance
}
export interface Tested {
  ok: boolean
  trouble: string
  detail: string
}
export interface Proposal {
  id: number
  link: number
  calendar_name: string
  kind: 'leave' | 'trip' | 'home' | 'release' | 'take_back'
  day: string
  part: 'full' | 'am' | 'pm'
  state: 'open' | 'accepted' | 'dismissed' | 'withdrawn' | 'over'
  refused: string
  holder: { kind: string; id: number; desk_code: string | null } | null
  made_at: string
}

export async function ask<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(
    new Request(new URL(`/api/v1${path}`, window.location.origin), {
      method,
      credentials: 'same-origin',
      headers: {
        'Content-Type': 'application/json',
        'Accept-Language': document.documentElement.lang,
        'X-CSRFToken': csrfToken(),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    }),
  )
  if (!response.ok) throw await problemOf(response)
  return (response.status === 204 ? undefined : await response.json()) as Answer
}
