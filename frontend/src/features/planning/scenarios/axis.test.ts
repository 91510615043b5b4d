import { expect, test } from 'vitest'
import { axisFor, placeOn, ticksClearOf } from './axis'

test('one scale holds every need, every interval and the desks, with room at both ends', () => {
  const axis = axisFor([2362, 2334, 2394, 1772, 1736, 1818, 2045])
  expect(axis.from).toBeLessThan(1736)
  expect(axis.to).toBeGreaterThan(2394)
  expect(axis.ticks[0]).toBe(axis.from)
  expect(axis.ticks.at(-1)).toBe(axis.to)
  expect(placeOn(axis, axis.from)).toBe(0)
  expect(placeOn(axis, axis.to)).toBe(100)
})

test('few desks are ticked in whole desks, and never below none', () => {
  const axis = axisFor([3, 3, 2])
  expect(axis.from).toBe(0)
  expect(axis.ticks.every(Number.isInteger)).toBe(true)
})

test('no tick writes over the word at the line of desks', () => {
  const axis = axisFor([1700, 2400])
  expect(axis.ticks).toEqual([1500, 1750, 2000, 2250, 2500])
  expect(ticksClearOf(axis, 2045, 480)).toEqual([1500, 1750, 2250, 2500])
  expect(ticksClearOf(axis, 2045, 300)).toEqual([1500, 1750, 2500])
})
