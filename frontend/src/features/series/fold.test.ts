import { expect, test } from 'vitest'
import { foldOf } from './fold'
import type { Series } from './queries'

const date = (id: number, start: string, more: { state?: string; exception?: boolean } = {}) => ({
  exception: more.exception ?? false,
  booking: { id, start, state: more.state ?? 'booked' },
})
const series = (...dates: ReturnType<typeof date>[]) => ({ id: 1, dates }) as unknown as Series

test('the next date that is held stands for the others, and one changed by itself stands too', () => {
  const weekly = series(
    date(3, '2026-12-15T08:30:00+09:00'),
    date(1, '2026-12-01T08:30:00+09:00', { state: 'cancelled' }),
    date(2, '2026-12-08T08:30:00+09:00'),
    date(4, '2026-12-22T08:30:00+09:00', { exception: true }),
  )
  const fold = foldOf([weekly])
  expect([...fold.folded]).toEqual([3])
  expect([...fold.next]).toEqual([[2, { series: weekly, further: 2 }]])
})

test('a series of which nothing is held folds nothing', () => {
  const { folded, next } = foldOf([series(date(1, '2026-12-01T08:30:00+09:00', { state: 'cancelled' }))])
  expect([folded.size, next.size]).toEqual([0, 0])
})
