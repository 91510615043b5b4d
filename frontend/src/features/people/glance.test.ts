import { expect, test } from 'vitest'
import { misakiInTheOffice } from '#/testing/cast'
import { glanceOf } from './glance'
import type { PlanDay } from './queries'

type Stretch = NonNullable<PlanDay['am']>

const office = (code: string): Stretch => ({
  start: '2026-11-24T08:30:00+09:00',
  end: '2026-11-24T12:00:00+09:00',
  place: 'office',
  desk: { id: 1, code, area: 3, area_name: 'Eエリア', floor: 6, floor_name: '6階' },
  booking: 11,
  source: 'booking',
  request: null,
  note: '',
  working: null,
  present: false,
})

const home: Stretch = { ...office(''), place: 'home', desk: null, booking: null }

function day(am: Stretch | null, pm: Stretch | null, stretches: Stretch[] = []): PlanDay {
  return { ...misakiInTheOffice, am, pm, stretches }
}

test.each([
  ['the same desk all day', day(office('06E-001'), office('06E-001')), true],
  ['another desk in the afternoon', day(office('06E-001'), office('06E-002')), false],
  ['home in the afternoon', day(office('06E-001'), home), false],
  ['only the morning', day(home, null), false],
  ['nothing', day(null, null), true],
])('%s', (_case, plan, whole) => {
  expect(glanceOf(plan).whole).toBe(whole)
})

test('hours that fill neither half still stand for the day', () => {
  const glance = glanceOf(day(null, null, [office('06E-003')]))
  expect(glance.am).toEqual({ place: 'office', code: '06E-003' })
  expect(glance.whole).toBe(true)
})
