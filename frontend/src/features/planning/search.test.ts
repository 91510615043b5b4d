import { expect, test } from 'vitest'
import { letterOf, planningSearch } from './search'

test('the address names who is compared, each once and at most four', () => {
  expect(planningSearch({ compare: '4-2-4-x-9-11-12' })).toEqual({ compare: '4-2-9-11' })
  expect(planningSearch({ compare: 7 })).toEqual({ compare: '7' })
})

test('an address that makes no sense is the plain screen', () => {
  expect(planningSearch({ compare: 'nobody', placed: 'x', add: -1 })).toEqual({})
})

test('scenarios side by side are lettered', () => {
  expect([0, 1, 2].map(letterOf)).toEqual(['A', 'B', 'C'])
})
