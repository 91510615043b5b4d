import { expect, test } from 'vitest'
import type { Health } from './queries'
import { standingOf } from './standing'

const NOW = Date.parse('2026-11-30T10:00:00+09:00')
const WELL: Health = {
  links: 3,
  by_state: [{ state: 'active', count: 3 }],
  by_trouble: [],
  silent_servers: [],
  waiting: 0,
  oldest_waiting_at: null,
  feeds: 2,
  feeds_read_last_day: 2,
  invitations_due: 0,
  replies: { last_read_at: null, by_outcome: [] },
}

test('all is well while nothing waits for long and nobody is paused', () => {
  expect(standingOf({ ...WELL, waiting: 2, oldest_waiting_at: '2026-11-30T09:50:00+09:00' }, NOW)).toBe(
    'well',
  )
  expect(standingOf({ ...WELL, links: 0, feeds: 0 }, NOW)).toBe('unused')
})

test('what is worst is said first', () => {
  const paused: Health = { ...WELL, by_trouble: [{ trouble: 'password', count: 1 }] }
  expect(standingOf(paused, NOW)).toBe('paused')
  const late: Health = { ...paused, oldest_waiting_at: '2026-11-30T09:00:00+09:00' }
  expect(standingOf(late, NOW)).toBe('late')
  const server = {
    host: 'caldav.city.example:443',
    trouble: 'unreachable' as const,
    since: '2026-11-30T09:00:00+09:00',
    try_at: '2026-11-30T10:04:00+09:00',
    links: 3,
  }
  expect(standingOf({ ...late, silent_servers: [server] }, NOW)).toBe('silent')
})
