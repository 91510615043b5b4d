import { expect, test } from 'vitest'
import { factsInWords } from './said'

const facts = {
  day: '2026-12-01',
  start: '2026-11-30T23:30:00+00:00',
  until: '2026-11-30T23:30:00+00:00',
  desk_code: '06E-016',
  days_count: 5,
  reason: null,
  days: ['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04'],
  desks: ['06A-001'],
  nothing: [],
}

test('days, clock times and instants are written as people of the city write them', () => {
  const lists = { between: '、', more: (shown: string, rest: number) => `${shown} ほか${rest}件` }
  expect(factsInWords(facts, 'ja', lists)).toEqual({
    day: '12月1日(火)',
    start: '8:30',
    until: '12月1日(火) 8:30',
    desk_code: '06E-016',
    days_count: '5',
    reason: '–',
    days: '12月1日(火)、12月2日(水)、12月3日(木) ほか1件',
    desks: '06A-001',
    nothing: '–',
  })
  expect(factsInWords(facts, 'en', lists)).toMatchObject({ day: 'Tue 1 Dec', until: 'Tue 1 Dec 8:30' })
})
