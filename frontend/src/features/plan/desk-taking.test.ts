import { afterEach, expect, test, vi } from 'vitest'
import { booked } from '#/testing/cast'
import { refused, serverAnswers } from '#/testing/server'
import { takeDesk } from './desk-taking'
import { usualDesk } from './usual-desk'

afterEach(() => vi.unstubAllGlobals())

const there = { ...booked, id: 12, desk: { ...booked.desk, id: 20, code: '06E-020' } }
const wish = { kind: 'this', desk: 20 } as const
const day = booked.day

test('a free half gets the desk, and the undo gives it up', async () => {
  const asked = serverAnswers({
    'POST /bookings/': { status: 201, body: there },
    'POST /bookings/12/cancel/': { body: there },
  })
  const taken = await takeDesk({ day, part: 'am', wish, held: [] })
  expect(taken.booking.desk.code).toBe('06E-020')
  await taken.undo()
  expect(asked.map(({ method, path, body }) => [method, path, body])).toEqual([
    ['POST', '/bookings/', { desk: 20, day, part: 'am' }],
    ['POST', '/bookings/12/cancel/', null],
  ])
})

test('a whole day keeps its desk in the other half', async () => {
  const asked = serverAnswers({
    'PATCH /bookings/11/': { body: booked },
    'POST /bookings/': { status: 201, body: there },
  })
  await takeDesk({ day, part: 'am', wish, held: [booked] })
  expect(asked.map(({ method, path, body }) => [method, path, body])).toEqual([
    ['PATCH', '/bookings/11/', { desk: 16, day, part: 'pm' }],
    ['POST', '/bookings/', { desk: 20, day, part: 'am' }],
  ])
})

test('a refusal leaves everything as it was', async () => {
  const asked = serverAnswers({
    'PATCH /bookings/11/': { body: booked },
    'POST /bookings/': refused(409, 'desk_taken'),
  })
  await expect(takeDesk({ day, part: 'am', wish, held: [booked] })).rejects.toMatchObject({
    code: 'desk_taken',
  })
  expect(asked.at(-1)).toMatchObject({ path: '/bookings/11/', body: { desk: 16, day, part: 'full' } })
})

test('what I held for the whole day is moved, not booked twice', async () => {
  const asked = serverAnswers({ 'PATCH /bookings/11/': { body: there } })
  await takeDesk({ day, part: 'full', wish, held: [booked] })
  expect(asked.map(({ method, body }) => [method, body])).toEqual([
    ['PATCH', { desk: 20, day, part: 'full' }],
  ])
})

test('the usual desk is the one I had most days of late; once is not usual', () => {
  const other = { ...there, day: '2026-11-20' }
  expect(usualDesk([booked])).toBeNull()
  expect(
    usualDesk([
      booked,
      other,
      { ...other, day: '2026-11-19' },
      { ...booked, state: 'cancelled', day: '2026-11-18' },
    ])?.code,
  ).toBe('06E-020')
})
