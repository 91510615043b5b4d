import { expect, test } from 'vitest'
import { cityClock, cityDay, cityInstant, cityMinutes, cityTime, minutesOf, timeOfMinutes } from './city-time'

test('an instant just after midnight in Tokyo is of the new day, though UTC still has the old one', () => {
  expect(cityDay('2026-11-23T15:05:00Z')).toBe('2026-11-24')
  expect([cityTime('2026-11-23T15:05:00Z'), cityClock('2026-11-23T15:05:00Z')]).toEqual(['0:05', '00:05'])
})

test('minutes of a day go there and back', () => {
  expect(cityMinutes('2026-11-24T08:30:00+09:00')).toBe(510)
  expect(timeOfMinutes(minutesOf('17:15'))).toBe('17:15')
})

test('a time of the city’s day is an instant', () => {
  expect(new Date(cityInstant('2026-11-24', '08:30')).toISOString()).toBe('2026-11-23T23:30:00.000Z')
})
