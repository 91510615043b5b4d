import { expect, test } from 'vitest'
import { misakiInTheOffice } from '#/testing/cast'
import type { components } from './generated/schema'
import { alike, halfState, isAway } from './half-state'

type PlanDay = components['schemas']['PlanDay']
const am = misakiInTheOffice.am as NonNullable<PlanDay['am']>
const bare = { ...am, desk: null, booking: null }
const request = { id: 5, state: 'approved', form: 'home' } as const
const plan = (facts: Partial<PlanDay>): PlanDay => ({ ...misakiInTheOffice, ...facts })

test.each([
  ['a desk', am, { kind: 'desk', code: '06E-016', present: false }],
  ['my own word without a desk', { ...bare, source: 'own' }, { kind: 'noDesk' }],
  [
    'a leave',
    { ...bare, source: 'own', place: 'leave', note: '通院' },
    { kind: 'own', place: 'leave', note: '通院' },
  ],
  ['the usual week', { ...bare, source: 'pattern', place: 'home' }, { kind: 'usual', place: 'home' }],
  ['a presumption', { ...bare, source: 'default' }, { kind: 'empty' }],
  [
    'telework',
    { ...bare, source: 'request', place: 'home', request, working: 'not_started' },
    { kind: 'telework', place: 'home', request: 5, state: 'approved' },
  ],
  [
    'telework that is paused',
    { ...bare, source: 'request', place: 'home', request, working: 'paused' },
    { kind: 'telework', place: 'home', request: 5, state: 'paused' },
  ],
] as const)('a half is what holds it: %s', (_name, stretch, state) => {
  expect(halfState(plan({ am: stretch }), 'am')).toEqual(state)
})

test('a request that waits stands before what holds until it is decided, in its own half alone', () => {
  const waiting = {
    id: 9,
    state: 'submitted' as const,
    form: 'mobile' as const,
    unit: 'am' as const,
    start: am.start,
    end: am.end,
  }
  const day = plan({ pending: [waiting] })
  expect(halfState(day, 'am')).toEqual({
    kind: 'pending',
    place: 'satellite',
    request: 9,
    state: 'submitted',
    under: { kind: 'desk', code: '06E-016', present: false },
  })
  expect(halfState(day, 'pm')?.kind).toBe('desk')
  expect(alike(day)).toBe(false)
  expect(alike(plan({}))).toBe(true)
  expect(isAway(halfState(day, 'am'))).toBe(true)
  expect(isAway(halfState(day, 'pm'))).toBe(false)
})

test('hours of my own stand in each half they touch', () => {
  const hours = {
    id: 9,
    state: 'draft' as const,
    form: 'home' as const,
    unit: 'hours' as const,
    start: '2026-11-24T10:00:00+09:00',
    end: '2026-11-24T12:00:00+09:00',
  }
  const day = plan({ pending: [hours] })
  expect([halfState(day, 'am')?.kind, halfState(day, 'pm')?.kind]).toEqual(['pending', 'desk'])
})

test('a closed day without anything on it has no halves', () => {
  expect(halfState(plan({ am: null, pm: null, working_day: false }), 'am')).toBeNull()
  expect(halfState(plan({ am: null, pm: null }), 'am')).toEqual({ kind: 'empty' })
})
