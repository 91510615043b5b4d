import { expect, test } from 'vitest'
import type { Proposal } from './proposal-queries'
import { fewFirst, givesUpTelework, proposedIn, togetherAcceptable } from './proposal-sorting'

const leave: Proposal = {
  id: 1,
  link: 1,
  calendar_name: '仕事',
  kind: 'leave',
  day: '2026-11-26',
  part: 'pm',
  state: 'open',
  automatic: false,
  refused: '',
  holder: null,
  made_at: '2026-11-24T08:00:00+09:00',
}
const released: Proposal = {
  ...leave,
  id: 2,
  kind: 'release',
  part: 'full',
  holder: { kind: 'telework', id: 9, desk_code: null },
}

test('four are shown whole, of five the first three', () => {
  expect(fewFirst([1, 2, 3, 4])).toEqual({ shown: [1, 2, 3, 4], more: 0 })
  expect(fewFirst([1, 2, 3, 4, 5])).toEqual({ shown: [1, 2, 3], more: 2 })
})

test('leave and trips go together, but not what was refused or gives something up', () => {
  const trip: Proposal = { ...leave, id: 3, kind: 'trip' }
  const home: Proposal = { ...leave, id: 4, kind: 'home' }
  expect(togetherAcceptable([leave, trip, home, released, { ...leave, id: 5, refused: 'full' }])).toEqual([
    leave,
    trip,
  ])
})

test('a proposal marks its own half, a whole day both', () => {
  expect(proposedIn([leave], '2026-11-26', 'pm')).toBe(leave)
  expect(proposedIn([leave], '2026-11-26', 'am')).toBeNull()
  expect(proposedIn([leave], '2026-11-25', 'pm')).toBeNull()
  expect(proposedIn([released], '2026-11-26', 'am')).toBe(released)
})

test('giving up telework asks first, a desk does not', () => {
  expect(givesUpTelework(released)).toBe(true)
  expect(givesUpTelework({ ...released, holder: { kind: 'booking', id: 9, desk_code: '06E-016' } })).toBe(
    false,
  )
  expect(givesUpTelework(leave)).toBe(false)
})
