import { expect, test } from 'vitest'
import { pagesOf } from './useTurningPages'

test.each([
  { all: 900, shown: 900, pages: 1 },
  { all: 1810, shown: 900, pages: 2 },
  { all: 1811, shown: 900, pages: 2 },
  { all: 1203, shown: 900, pages: 2 },
  { all: 0, shown: 0, pages: 1 },
])('$all pixels of columns in $shown are $pages pages', ({ all, shown, pages }) => {
  expect(pagesOf(all, shown, 10)).toBe(pages)
})
