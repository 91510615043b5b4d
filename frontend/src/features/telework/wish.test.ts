import { expect, test } from 'vitest'
import type { TeleworkRequest } from './queries'
import { repeatedDays } from './repeating'
import { requestGroups } from './request-groups'
import { firstWish, lastSent, missingIn, previewAsked } from './wish'

const request = (facts: Partial<TeleworkRequest>) =>
  ({
    id: 1,
    day: '2026-11-25',
    start: '2026-11-25T08:30:00+09:00',
    form: 'home',
    state: 'submitted',
    origin: 'request',
    submitted_at: '2026-11-20T09:00:00+09:00',
    tasks: '月次報告の作成',
    contact: '090-0000-0000',
    terminal: 'own_office',
    place: '',
    ...facts,
  }) as TeleworkRequest

test('a wish begins with what was asked for last, then with the registration', () => {
  const registered = { place: '自宅', contact: '内線 1234', terminal: 'virtual' as const }
  expect(firstWish('home', 'am', null, registered)).toMatchObject({
    unit: 'am',
    place: '自宅',
    contact: '内線 1234',
    terminal: 'virtual',
    tasks: '',
  })
  expect(firstWish('satellite', 'full', request({}), registered)).toMatchObject({
    place: '',
    tasks: '月次報告の作成',
    contact: '090-0000-0000',
    terminal: 'own_office',
  })
})

test('the last that was sent is no draft and no order', () => {
  const last = request({ id: 2, submitted_at: '2026-11-21T09:00:00+09:00' })
  const others = [
    request({ id: 1 }),
    last,
    request({ id: 3, submitted_at: null }),
    request({ id: 4, origin: 'order', submitted_at: '2026-11-22T09:00:00+09:00' }),
  ]
  expect(lastSent(others)).toBe(last)
})

test('a request says its tasks and how to be reached, one of a day that is over says why', () => {
  const wish = firstWish('home', 'hours', null, null)
  expect(missingIn({ ...wish, start: '15:00', end: '09:00' }, true)).toEqual({
    tasks: true,
    contact: true,
    hours: true,
    postHocReason: true,
  })
  expect(previewAsked(['2026-11-25'], { ...wish, tasks: 'words' })).toMatchObject({
    days: ['2026-11-25'],
    tasks: '',
    start: '09:00',
  })
})

test('a series repeats on its weekdays until a day, that day included', () => {
  expect(repeatedDays('2026-11-24', '2026-12-08', [1])).toEqual(['2026-11-24', '2026-12-01', '2026-12-08'])
})

test('requests stand by what is next', () => {
  const found = [
    request({ id: 1 }),
    request({ id: 2, state: 'returned' }),
    request({ id: 3, state: 'approved' }),
    request({ id: 4, state: 'ended' }),
    request({ id: 5, state: 'approved', day: '2026-11-20' }),
  ]
  expect(
    requestGroups(found, '2026-11-24').map(({ name, requests }) => [name, requests.map(({ id }) => id)]),
  ).toEqual([
    ['mend', [2]],
    ['report', [4]],
    ['waiting', [1]],
    ['coming', [3]],
    ['past', [5]],
  ])
})
