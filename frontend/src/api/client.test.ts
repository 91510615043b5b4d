import { afterEach, expect, test, vi } from 'vitest'
import { refused, serverAnswers } from '#/testing/server'
import { client } from './client'
import { keepCsrfToken } from './csrf'
import { ApiProblem } from './problem'

afterEach(() => vi.unstubAllGlobals())

const newBooking = { body: { desk: 1, day: '2026-11-24' } }

test('a write carries the CSRF token and a key of its own; a read carries neither', async () => {
  keepCsrfToken('the-token')
  const asked = serverAnswers({ 'POST /bookings/': { status: 201, body: {} }, 'GET /me/': { body: {} } })
  await client.POST('/bookings/', newBooking)
  await client.POST('/bookings/', newBooking)
  await client.GET('/me/')
  const [first, second, read] = asked.map(({ headers }) => headers)
  expect(first?.get('X-CSRFToken')).toBe('the-token')
  expect(first?.get('Idempotency-Key')).toMatch(/^[0-9a-f]{32}$/)
  expect(second?.get('Idempotency-Key')).not.toBe(first?.get('Idempotency-Key'))
  expect([read?.get('X-CSRFToken'), read?.get('Idempotency-Key')]).toEqual([null, null])
})

test('a refusal is thrown with its code and its facts', async () => {
  serverAnswers({ 'POST /bookings/': refused(409, 'quota_reached', { allowed_until: '2026-12-01' }) })
  const refusal: unknown = await client.POST('/bookings/', newBooking).catch((thrown: unknown) => thrown)
  expect(refusal).toBeInstanceOf(ApiProblem)
  expect(refusal).toMatchObject({
    code: 'quota_reached',
    status: 409,
    problem: { allowed_until: '2026-12-01' },
  })
})

test('an answer that is no JSON has the code of its status', async () => {
  vi.stubGlobal('fetch', async () => new Response('<h1>Bad gateway</h1>', { status: 502 }))
  await expect(client.GET('/me/')).rejects.toMatchObject({ code: 'our_fault', status: 502 })
})

test('a network that fails once is tried again with the same key, twice is said', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const keys: (string | null)[] = []
  vi.stubGlobal('fetch', async (request: Request) => {
    keys.push(request.headers.get('Idempotency-Key'))
    throw new TypeError('network')
  })
  const failed = expect(client.POST('/bookings/', newBooking)).rejects.toMatchObject({
    code: 'unreachable',
    status: 0,
  })
  await vi.advanceTimersByTimeAsync(1_000)
  await failed
  expect(keys).toHaveLength(2)
  expect(keys[0]).toBe(keys[1])
  vi.useRealTimers()
})
