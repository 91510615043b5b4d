import { expect, test } from 'vitest'
import { daysOfFiscalYear, isFiscalYear, thisFiscalYear, within, yearsToChoose } from './fiscal-years'

test('a fiscal year begins on 1 April', () => {
  expect(thisFiscalYear('2027-03-31')).toBe(2026)
  expect(thisFiscalYear('2027-04-01')).toBe(2027)
  expect(daysOfFiscalYear(2026)).toEqual({ from: '2026-04-01', to: '2027-03-31' })
})

test('an address may name any year that has a calendar, and nothing else', () => {
  expect([2026, 2000, 2098].every(isFiscalYear)).toBe(true)
  expect([1999, 2099, 2026.5, '2026', null].some(isFiscalYear)).toBe(false)
})

test('the year shown is among those to choose', () => {
  expect(yearsToChoose(2026, 2026)).toEqual([2025, 2026, 2027, 2028, 2029])
  expect(yearsToChoose(2026, 2020)).toEqual([2020, 2025, 2026, 2027, 2028, 2029])
})

test('what begins before a year and ends in it stands in both', () => {
  const across = { first: '2027-03-30', last: '2027-04-02' }
  const later = { first: '2027-05-01', last: '2027-05-01' }
  expect(within(2026, [later, across])).toEqual([across])
  expect(within(2027, [later, across])).toEqual([across, later])
})
