import type { Health } from './queries'

/** How calendars do as a whole, the worst first. */
export type Standing = 'late' | 'silent' | 'paused' | 'well' | 'unused'

const LATE_MINUTES = 15
const MS_A_MINUTE = 60_000

/** One word for everything: changes that wait for long, servers that are silent, links that are paused, or all well. */
export function standingOf(health: Health, now: number): Standing {
  const { oldest_waiting_at: oldest } = health
  if (health.silent_servers.length > 0) return 'silent'
  if (oldest && now - Date.parse(oldest) > LATE_MINUTES * MS_A_MINUTE) return 'late'
  if (health.by_trouble.some(({ count }) => count > 0)) return 'paused'
  return health.links + health.feeds === 0 ? 'unused' : 'well'
}
