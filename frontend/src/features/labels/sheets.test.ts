import { expect, test } from 'vitest'
import { labelsOn, margins, SHEETS, SIZES, sheetsFor } from './sheets'

test('each size has as many labels as its name says and fits the page', () => {
  for (const size of SIZES) {
    expect(String(labelsOn(SHEETS[size]))).toBe(size)
    expect(Math.min(...Object.values(margins(SHEETS[size])))).toBeGreaterThanOrEqual(5)
  }
})

test('a first position that is not the upper left can cost one more sheet', () => {
  expect(sheetsFor(24, SHEETS['24'], 1)).toBe(1)
  expect(sheetsFor(24, SHEETS['24'], 2)).toBe(2)
  expect(sheetsFor(0, SHEETS['24'], 2)).toBe(0)
})
