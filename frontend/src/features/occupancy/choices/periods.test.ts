import { describe, expect, it } from 'vitest'
import { periodBefore, presetOf, presetPeriod, yearBefore } from './periods'
import { askedOf, occupancySearch, stepOf } from './search'

const TODAY = '2026-11-24'

describe('presets', () => {
  it.each([
    ['weeks', '2026-10-27', '2026-11-23'],
    ['month', '2026-10-01', '2026-10-31'],
    ['quarter', '2026-10-01', '2026-11-23'],
    ['year', '2026-04-01', '2026-11-23'],
  ] as const)('%s', (preset, from, to) => {
    expect(presetPeriod(preset, TODAY)).toEqual({ from, to })
    expect(presetOf({ from, to }, TODAY)).toBe(preset)
  })

  it('the year before April began in the year before', () => {
    expect(presetPeriod('year', '2027-02-01').from).toBe('2026-04-01')
    expect(presetPeriod('month', '2027-01-15')).toEqual({ from: '2026-12-01', to: '2026-12-31' })
  })
})

describe('the other period', () => {
  it('has the same weekdays', () => {
    const period = { from: '2026-11-02', to: '2026-11-20' }
    expect(periodBefore(period)).toEqual({ from: '2026-10-12', to: '2026-10-30' })
    expect(yearBefore(period)).toEqual({ from: '2025-11-03', to: '2025-11-21' })
  })
})

describe('an address', () => {
  it('without anything asks for four weeks of everything, by bookings', () => {
    expect(askedOf(occupancySearch({}), TODAY)).toEqual({
      from: '2026-10-27',
      to: '2026-11-23',
      source: 'booking',
    })
  })

  it('keeps one place and leaves out what makes no sense', () => {
    const search = occupancySearch({
      from: '2026-11-20',
      to: '2026-11-01',
      floor: '6',
      area: 3,
      source: 'guess',
      at: '9:10',
      tables: ['heatmap', 4],
    })
    expect(search).toEqual({ floor: 6, tables: ['heatmap'] })
  })

  it('draws days, weeks or months by how long it is', () => {
    const step = (to: string) => stepOf({}, { from: '2026-04-01', to })
    expect([step('2026-05-31'), step('2027-03-31'), step('2029-03-31')]).toEqual(['day', 'week', 'month'])
  })
})
