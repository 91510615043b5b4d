import { expect, test } from 'vitest'
import type { PlacedFloor, PlacedSection } from '../shapes'
import { rowsOf, setting } from './stack'

function section(id: number, bureau: string, desks: number): PlacedSection {
  return {
    department: { id, code: String(id), name: `第${id}課`, bureau },
    desks,
    from_floor: null,
    moved: false,
    counter: false,
    fixed: false,
  }
}

function floor(id: number, capacity: number, needed: number, sections: PlacedSection[]): PlacedFloor {
  const desks = sections.reduce((sum, one) => sum + one.desks, 0)
  const named = { id, code: String(id), name: `${id}階`, level: id }
  return { floor: named, capacity, needed, desks, left: capacity - needed, sections }
}

test('blocks are as wide as the desks they need, on the scale of the widest floor', () => {
  const [row] = rowsOf([
    floor(6, 100, 60, [section(1, '総務局', 20), section(2, '総務局', 40)]),
    floor(7, 200, 0, []),
  ])
  expect(row?.blocks.map(({ width }) => width)).toEqual([10, 20])
  expect(row?.capacity).toBe(50)
  expect(row?.filled).toBe(30)
})

test('a floor short of desks is wider than its desks', () => {
  const [row] = rowsOf([floor(12, 252, 256, [section(1, '都市局', 256)])])
  expect(row?.filled).toBe(100)
  expect(row?.capacity).toBeLessThan(100)
})

test('sections that share are drawn as wide as what they need together', () => {
  const [row] = rowsOf([floor(6, 100, 45, [section(1, '総務局', 20), section(2, '総務局', 40)])])
  expect(row?.blocks.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(45)
})

test('sections of a bureau stand together, and the first of them opens it', () => {
  const [row] = rowsOf([
    floor(6, 100, 30, [section(1, '総務局', 10), section(2, '財政局', 10), section(3, '総務局', 10)]),
  ])
  expect(row?.blocks.map(({ section: { department }, opens }) => [department.id, opens])).toEqual([
    [1, true],
    [3, false],
    [2, true],
  ])
})

test('a name stands across where it fits, and upright where the block is narrow', () => {
  expect(setting('資産税企画課', 90).way).toBe('across')
  expect(setting('資産税企画課', 40)).toEqual({ way: 'column', letter: 11, rows: 6 })
  expect(setting('公共交通推進課', 40)).toEqual({ way: 'two columns', letter: 11, rows: 4 })
  expect(setting('公共交通推進課', 15).letter).toBeLessThan(11)
  expect(setting('資産税企画課', 8).way).toBe('none')
})
