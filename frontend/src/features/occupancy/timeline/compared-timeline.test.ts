import { describe, expect, it } from 'vitest'
import type { By, Timeline, TimelineRow } from '../answers'
import { meetingsOf } from './compared-timeline'

const row = (day: string): TimelineRow => ({
  day,
  peak: 5,
  peak_at: '10:00',
  present: null,
  in_service: 10,
  average: 0.5,
  provisional: false,
})
const timeline = (by: By, from: string, to: string, days: string[]): Timeline => ({
  scope: { from, to } as Timeline['scope'],
  by,
  p95: 5,
  rows: days.map(row),
})
const pairs = (now: Timeline, other: Timeline) =>
  meetingsOf(now, other).meetings.map((one) => [one.now?.day ?? null, one.other?.day ?? null])

describe('two periods in one chart', () => {
  it('meet weekday by weekday, also where one of them did not work', () => {
    const now = timeline('day', '2026-11-16', '2026-11-29', ['2026-11-16', '2026-11-24'])
    const other = timeline('day', '2026-11-02', '2026-11-15', ['2026-11-02', '2026-11-09'])
    expect(pairs(now, other)).toEqual([
      ['2026-11-16', '2026-11-02'],
      [null, '2026-11-09'],
      ['2026-11-24', null],
    ])
  })

  it('meet on whole weeks where their beginnings are not, and what falls outside is counted', () => {
    const now = timeline('day', '2026-11-01', '2026-11-30', ['2026-11-02'])
    const other = timeline('day', '2026-10-01', '2026-10-31', ['2026-10-01', '2026-10-05'])
    expect(pairs(now, other)).toEqual([['2026-11-02', '2026-10-05']])
    expect(meetingsOf(now, other).beyond).toBe(1)
  })

  it('of less than a week meet first with first', () => {
    const now = timeline('day', '2026-11-18', '2026-11-18', ['2026-11-18'])
    const other = timeline('day', '2026-11-17', '2026-11-17', ['2026-11-17'])
    expect(pairs(now, other)).toEqual([['2026-11-18', '2026-11-17']])
  })

  it('meet by weeks and by months', () => {
    const weeks = timeline('week', '2026-11-18', '2026-11-30', ['2026-11-16', '2026-11-23'])
    const before = timeline('week', '2025-11-19', '2025-12-01', ['2025-11-17', '2025-11-24'])
    expect(pairs(weeks, before)).toEqual([
      ['2026-11-16', '2025-11-17'],
      ['2026-11-23', '2025-11-24'],
    ])
    const months = timeline('month', '2026-04-01', '2026-05-31', ['2026-04-01', '2026-05-01'])
    const year = timeline('month', '2025-04-02', '2025-06-01', ['2025-04-01', '2025-05-01', '2025-06-01'])
    expect(pairs(months, year)).toEqual([
      ['2026-04-01', '2025-04-01'],
      ['2026-05-01', '2025-05-01'],
    ])
    expect(meetingsOf(months, year).beyond).toBe(1)
  })

  it('do not meet while the other is still of other steps', () => {
    const now = timeline('day', '2026-11-16', '2026-11-29', ['2026-11-16'])
    const other = timeline('week', '2026-11-02', '2026-11-15', ['2026-11-02'])
    expect(pairs(now, other)).toEqual([['2026-11-16', null]])
  })
})
