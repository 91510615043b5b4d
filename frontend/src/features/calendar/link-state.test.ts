import { expect, test } from 'vitest'
import { ApiProblem } from '#/api/problem'
import { doesWhat, healthOf, mendsItself } from './link-state'
import { troubleNamed, troubleRefused } from './troubles'

const since = '2026-11-24T08:00:00+09:00'

test.each([
  ['active and well', { state: 'active', trouble: '' }, { kind: 'active' }],
  [
    'active and its server silent',
    { state: 'active', trouble: 'unreachable' },
    { kind: 'waiting', trouble: 'unreachable', since },
  ],
  [
    'paused for another password',
    { state: 'paused', trouble: 'password' },
    { kind: 'paused', trouble: 'password', since, asksPassword: true },
  ],
  [
    'paused because it is full',
    { state: 'paused', trouble: 'quota' },
    { kind: 'paused', trouble: 'quota', since, asksPassword: false },
  ],
  [
    'paused for a reason that this screen does not know',
    { state: 'paused', trouble: 'moon' },
    { kind: 'paused', trouble: 'unknown', since, asksPassword: false },
  ],
] as const)('a link is %s', (_name, facts, health) => {
  expect(healthOf({ ...facts, troubled_since: since })).toEqual(health)
})

test('a silent server mends itself, and a pause does not', () => {
  const silent = { trouble: 'too_slow', troubled_since: since }
  expect(mendsItself(healthOf({ state: 'active', ...silent }))).toBe(true)
  expect(mendsItself(healthOf({ state: 'paused', ...silent }))).toBe(false)
})

test('what a link does is one word', () => {
  expect(doesWhat({ sends: true, takes_in: true })).toBe('both')
  expect(doesWhat({ sends: true, takes_in: false })).toBe('sends')
  expect(doesWhat({ sends: false, takes_in: true })).toBe('takes')
  expect(doesWhat({ sends: false, takes_in: false })).toBe('nothing')
})

test('a refusal names its trouble, and another error names none', () => {
  const problem = { status: 409, code: 'calendar_trouble', trouble: 'certificate' }
  expect(troubleRefused(new ApiProblem(problem))).toBe('certificate')
  expect(troubleRefused(new ApiProblem({ status: 409, code: 'desk_taken' }))).toBeNull()
  expect(troubleNamed('')).toBe('unknown')
})
