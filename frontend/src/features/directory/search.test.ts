import { expect, test } from 'vitest'
import { filterOf, transferSearchOf } from './search'

test('an address says which changes are shown, and nothing that is no such thing', () => {
  expect(filterOf({ subject: 'person', did: 'moved', q: 10011 })).toEqual({
    subject: 'person',
    did: 'moved',
    q: '10011',
  })
  expect(filterOf({ subject: 'desk', did: 'burnt', q: ['a'] })).toEqual({})
})

test('a transfer shows what follows, one kind of it, or what it changes', () => {
  expect(transferSearchOf({})).toEqual({})
  expect(transferSearchOf({ kind: 'booking', did: 'moved' })).toEqual({ kind: 'booking' })
  expect(transferSearchOf({ kind: '<b>' })).toEqual({})
  expect(transferSearchOf({ part: 'entries', did: 'moved', kind: 'booking' })).toEqual({
    part: 'entries',
    did: 'moved',
  })
})
