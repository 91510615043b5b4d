import { expect, test } from 'vitest'
import { addDays, dayName, dayNameWithYear, fiscalYear, isDay, monthName, timeRange } from './dates'

test.each([
  ['2026-11-24', '11月24日(火)', 'Tue 24 Nov'],
  ['2027-01-03', '1月3日(日)', 'Sun 3 Jan'],
] as const)('%s is written as people of the city write it', (day, japanese, english) => {
  expect([dayName(day, 'ja'), dayName(day, 'en')]).toEqual([japanese, english])
})

test.each([
  ['2026-03-31', '令和7年度', 'FY2025'],
  ['2026-04-01', '令和8年度', 'FY2026'],
  ['2019-05-01', '令和元年度', 'FY2019'],
] as const)('%s lies in %s', (day, japanese, english) => {
  expect([fiscalYear(day, 'ja'), fiscalYear(day, 'en')]).toEqual([japanese, english])
})

test('an interval is said in the city’s time, without leading zeros', () => {
  expect(timeRange('2026-11-23T23:30:00Z', '2026-11-24T08:15:00Z')).toBe('8:30–17:15')
  expect(timeRange('08:30', '12:00')).toBe('8:30–12:00')
})

test('a day of another year says so', () => {
  expect([dayNameWithYear('2027-01-04', 'ja'), monthName('2027-01-04', 'en')]).toEqual([
    '2027年1月4日(月)',
    'Jan',
  ])
})

test('days are counted over months and years', () => {
  expect([addDays('2026-12-31', 1), addDays('2028-03-01', -1)]).toEqual(['2027-01-01', '2028-02-29'])
})

test.each(['2026-02-31', '2026-2-3', 'tomorrow', '', 20261124, undefined])('%s is no day', (text) => {
  expect(isDay(text)).toBe(false)
})
