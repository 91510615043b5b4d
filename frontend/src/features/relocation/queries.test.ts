import { expect, test } from 'vitest'
import { type Displacement, waiting } from './queries'

test('only what was not answered waits', () => {
  const states = ['moved', 'offered', 'accepted', 'declined', 'lapsed'] as const
  const all = states.map((state, id) => ({ id, state }) as Displacement)
  expect(waiting(all).map(({ state }) => state)).toEqual(['moved', 'offered'])
  expect(waiting(undefined)).toEqual([])
})
