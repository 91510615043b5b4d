import { expect, it } from 'vitest'
import { movedPeriod, periodName, periodOf, yearPeriod } from './period'

it.each([
  [{ month: '2026-12' }, 1, { month: '2027-01' }],
  [{ month: '2026-01' }, -1, { month: '2025-12' }],
  [{ fiscal_year: 2026 }, -1, { fiscal_year: 2025 }],
])('goes from %o by %i', (period, by, expected) => {
  expect(movedPeriod(period, by)).toEqual(expected)
})

it('says a period as forms have it', () => {
  expect(periodName({ fiscal_year: 2026 }, 'ja')).toBe('令和8年度')
  expect(periodName({ fiscal_year: 2026 }, 'en')).toBe('FY2026')
  expect(periodName({ month: '2026-11' }, 'ja')).toBe('2026年11月')
  expect(periodName({ month: '2026-11' }, 'en')).toBe('Nov 2026')
})

it('begins a fiscal year in April', () => {
  expect(yearPeriod('2027-03-31')).toEqual({ fiscal_year: 2026 })
  expect(yearPeriod('2027-04-01')).toEqual({ fiscal_year: 2027 })
  expect(periodOf({}, '2026-11-24')).toEqual({ month: '2026-11' })
})
