import type { Account, CalendarLink, FoundCalendar, LinkKind } from './queries'

/** What a linked calendar is to do. */
export type LinkWish = Pick<CalendarLink, 'sends' | 'takes_in' | 'on_deleted' | 'acceptance'>

export type AccountFault = 'address' | 'username' | 'password'

/** What is missing of an account before it can be asked for; a published address may need no user. */
export function missingOf({ kind, address, username, password }: Account): AccountFault | null {
  if (!address.trim()) return 'address'
  if (kind === 'ics') return null
  if (!username.trim()) return 'username'
  return password ? null : 'password'
}

/** Calendars that can hold events, those that can be written to first. */
export function choosable(found: readonly FoundCalendar[]): FoundCalendar[] {
  const fit = found.filter(({ takes_events }) => takes_events)
  return [...fit.filter(({ writable }) => writable), ...fit.filter(({ writable }) => !writable)]
}

/** What is proposed for a calendar that was just found: everything that it can do, with nothing done unasked. */
export function firstWish(kind: LinkKind, calendar: FoundCalendar | null): LinkWish {
  return { sends: canSend(kind, calendar), takes_in: true, on_deleted: 'ask', acceptance: 'ask' }
}

export function canSend(kind: LinkKind, calendar: Pick<FoundCalendar, 'writable'> | null): boolean {
  return kind !== 'ics' && (calendar?.writable ?? true)
}

/** The host of an address, or what was typed where that is none. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address
}
