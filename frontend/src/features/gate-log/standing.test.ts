import { expect, test } from 'vitest'
import { standingOf } from './StateTag'
import type { Day } from './shapes'

const built: Day = {
  day: '2026-11-24',
  working_day: true,
  closed_as: '',
  built_at: '2026-11-25T02:10:00+09:00',
  provisional: false,
  stale: false,
  sealed: false,
  sources: { gate: true, booking: true, count: false, sensor: false },
  cleaning: { read_twice: 3 },
}

test('a day says first what has still to be done for it', () => {
  expect(standingOf(built)).toBe('built')
  expect(standingOf({ ...built, provisional: true })).toBe('provisional')
  expect(standingOf({ ...built, provisional: true, stale: true })).toBe('stale')
  expect(standingOf({ ...built, built_at: null })).toBe('missing')
})

test('of a day that is sealed nothing is to be done any more', () => {
  expect(standingOf({ ...built, stale: true, sealed: true })).toBe('sealed')
})
