import { expect, test } from 'vitest'
import { lastShown, mondayOf, weekdayOf, weeksOf } from './fortnight'

test('weeks begin on Monday', () => {
  expect([weekdayOf('2026-11-23'), weekdayOf('2026-11-29')]).toEqual([0, 6])
  expect([mondayOf('2026-11-23'), mondayOf('2026-11-29')]).toEqual(['2026-11-23', '2026-11-23'])
  expect(lastShown('2026-11-23')).toBe('2026-12-06')
})

test('a weekend is shown only where something is on it', () => {
  const day = (date: string, working_day: boolean, stretches: unknown[] = []) => ({
    day: date,
    working_day,
    stretches,
  })
  const weeks = weeksOf([
    day('2026-11-23', false),
    day('2026-11-27', true),
    day('2026-11-28', false),
    day('2026-11-29', false, ['a booking']),
    day('2026-11-30', true),
  ])
  expect(weeks.map(({ monday, days }) => [monday, days.map((one) => one.day)])).toEqual([
    ['2026-11-23', ['2026-11-23', '2026-11-27', '2026-11-29']],
    ['2026-11-30', ['2026-11-30']],
  ])
})
