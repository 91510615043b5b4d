import { expect, test } from 'vitest'
import { factsInWords } from './said'

const facts = {
  day: '2026-12-01',
  start: '2026-11-30T23:30:00+00:00',
  until: '2026-11-30T23:30:00+00:00',
  desk_code: '06E-016',
  days_count: 5,
  reason: null,
}

test('days, clock times and instants are written as people of the city write them', () => {
  expect(factsInWords(facts, 'ja')).toEqual({
    day: '12月1日(火)',
    start: '8:30',
    until: '12月1日(火) 8:30',
    desk_code: '06E-016',
    days_count: '5',
    reason: '–',
  })
  expect(factsInWords(facts, 'en')).toMatchObject({ day: 'Tue 1 Dec', until: 'Tue 1 Dec 8:30' })
})
