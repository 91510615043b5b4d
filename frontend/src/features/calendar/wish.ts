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
export function firstWish(kind: LinkKind, calendar: FoundCalendar | null, sender: string | null): LinkWish {
  return {
    sends: sendsNot(kind, calendar, sender) === null,
    takes_in: true,
    on_deleted: 'ask',
    acceptance: 'ask',
  }
}

/** Why my days cannot be sent to a calendar; null where they can. `sender`: the one calendar that they go to already. */
export function sendsNot(
  kind: LinkKind,
  calendar: Pick<FoundCalendar, 'writable'> | null,
  sender: string | null,
): 'onlyRead' | 'another' | null {
  if (kind === 'ics' || calendar?.writable === false) return 'onlyRead'
  return sender === null ? null : 'another'
}

/** The host of an address, or what was typed where that is none. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address
}

/** What a linked calendar is called. */
export function nameOfLink({
  calendar_name,
  address,
}: Pick<CalendarLink, 'calendar_name' | 'address'>): string {
  return calendar_name || hostOf(address)
}
