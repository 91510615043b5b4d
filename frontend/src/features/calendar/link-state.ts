import type { CalendarLink } from './queries'
import { passes, type Trouble, troubleNamed } from './troubles'

/** How a linked calendar is: the one union that its words are drawn from. */
export type LinkHealth =
  | { kind: 'active' }
  /** Its server is silent; it is tried again by itself. */
  | { kind: 'waiting'; trouble: Trouble; since: string | null }
  /** Nothing goes on before its person has mended it. */
  | { kind: 'paused'; trouble: Trouble; since: string | null; asksPassword: boolean }

export function healthOf({
  state,
  trouble: code,
  troubled_since: since,
}: Pick<CalendarLink, 'state' | 'troubled_since'> & { trouble: string }): LinkHealth {
  if (state === 'active' && !code) return { kind: 'active' }
  const trouble = troubleNamed(code)
  if (state === 'active') return { kind: 'waiting', trouble, since }
  return { kind: 'paused', trouble, since, asksPassword: trouble === 'password' || trouble === 'forbidden' }
}

/** Whether what is wrong goes away by itself. */
export function mendsItself(health: LinkHealth): boolean {
  return health.kind === 'waiting' && passes(health.trouble)
}

/** What a linked calendar does, in one word. */
export function doesWhat({ sends, takes_in }: Pick<CalendarLink, 'sends' | 'takes_in'>) {
  if (sends && takes_in) return 'both'
  if (sends) return 'sends'
  return takes_in ? 'takes' : 'nothing'
}
