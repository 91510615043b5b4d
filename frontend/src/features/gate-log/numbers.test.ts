import { expect, test } from 'vitest'
import { bytes, whole } from './numbers'

test('sizes are told in the unit in which they have at most three digits', () => {
  expect([0, 999, 1000, 4_130, 98_765, 200_000_000, 4_200_000_000].map(bytes)).toEqual([
    '0 B',
    '999 B',
    '1.0 kB',
    '4.1 kB',
    '99 kB',
    '200 MB',
    '4.2 GB',
  ])
})

test('counts are grouped', () => {
  expect(whole(11_000_000)).toBe('11,000,000')
})
