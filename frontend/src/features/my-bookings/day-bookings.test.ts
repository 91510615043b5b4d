import { expect, test } from 'vitest'
import { booked } from '#/testing/cast'
import { dayBookings } from './day-bookings'

const morning = { ...booked, id: 1, part: 'am' as const, end: '2026-11-24T12:00:00+09:00' }
const afternoon = { ...booked, id: 2, part: 'pm' as const, start: '2026-11-24T13:00:00+09:00' }
const at = (time: string) => new Date(`2026-11-24T${time}:00+09:00`)

test.each([
  ['in the morning the morning’s desk', [afternoon, morning], '09:00', 1, [2]],
  ['over lunch the next one', [morning, afternoon], '12:30', 2, [1]],
  [
    'the one checked in at, whatever the hour',
    [{ ...morning, state: 'checked_in' as const }, afternoon],
    '14:00',
    1,
    [2],
  ],
  [
    'after the last check-out the last one used',
    [{ ...morning, state: 'checked_out' as const }],
    '15:00',
    1,
    [],
  ],
])('the card is about %s', (_name, bookings, time, current, others) => {
  const found = dayBookings(bookings, at(time))
  expect([found.current?.id, found.others.map(({ id }) => id)]).toEqual([current, others])
})

test('a cancelled booking is not spoken of; a released one is, while it can be had back', () => {
  const released = { ...booked, id: 3, state: 'released' as const }
  const bookings = [
    { ...morning, state: 'cancelled' as const },
    { ...released, may: ['restore' as const] },
    { ...released, id: 4, may: [] },
  ]
  const { current, others, lost } = dayBookings(bookings, at('10:00'))
  expect([current, others, lost.map(({ id }) => id)]).toEqual([null, [], [3]])
})
