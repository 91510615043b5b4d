import { expect, test } from 'vitest'
import { inGroups, toggledAll } from './kinds'
import type { WebhookKind } from './shapes'

const kind = (name: string, group: string) => ({ name, group, members: [] }) as unknown as WebhookKind

test('kinds stand under their headings in the server’s order, and an empty heading does not stand', () => {
  const kinds = [
    kind('place.closed', 'city'),
    kind('booking.booked', 'bookings'),
    kind('booking.cut', 'bookings'),
  ]
  expect(inGroups(kinds)).toEqual([
    { group: 'bookings', names: ['booking.booked', 'booking.cut'] },
    { group: 'city', names: ['place.closed'] },
  ])
})

test('a heading chooses what is missing of it, and lets go of all once all are chosen', () => {
  expect(toggledAll(['x', 'a'], ['a', 'b'])).toEqual(['x', 'a', 'b'])
  expect(toggledAll(['x', 'a', 'b'], ['a', 'b'])).toEqual(['x'])
})
