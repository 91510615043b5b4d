import { describe, expect, it } from 'vitest'
import { deskAt, distanceTo, nearestDesk, outline } from './geometry'
import { directionOf, inReadingOrder, neighbourOf } from './neighbours'

function desk(id: number, x: number, y: number) {
  return { id, code: `D-${id}`, area: 1, x, y, width: 0.7, height: 1.2, rotation: 0 }
}

/** Two islands of two by three, as the hall has them, and a lone desk far right and a little lower. */
const DESKS = [
  desk(1, 29, 21.1),
  desk(2, 29.75, 21.1),
  desk(3, 29, 22.35),
  desk(4, 29.75, 22.35),
  desk(5, 29, 23.6),
  desk(6, 29.75, 23.6),
  desk(7, 34.6, 21.1),
  desk(8, 35.35, 21.1),
  desk(9, 34.6, 22.35),
  desk(10, 35.35, 22.35),
  desk(11, 46, 26.7),
]

function step(from: number, direction: 'left' | 'right' | 'up' | 'down') {
  const here = DESKS.find((one) => one.id === from)
  if (!here) throw new Error('no such desk')
  return neighbourOf(DESKS, here, direction)?.id ?? null
}

describe('arrow keys', () => {
  it.each([
    [1, 'right', 2],
    [2, 'right', 7],
    [4, 'right', 9],
    [9, 'left', 4],
    [1, 'down', 3],
    [5, 'up', 3],
    [6, 'right', 9],
    [8, 'right', 11],
    [1, 'left', null],
    [1, 'up', null],
  ] as const)('lead from desk %i %s to %s', (from, direction, to) => {
    expect(step(from, direction)).toBe(to)
  })

  it('reach every desk from every other', () => {
    const reached = new Set([1])
    const queue = [1]
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      for (const direction of ['left', 'right', 'up', 'down'] as const) {
        const next = step(at, direction)
        if (next !== null && !reached.has(next)) {
          reached.add(next)
          queue.push(next)
        }
      }
    }
    expect(reached.size).toBe(DESKS.length)
  })

  it('are the four arrows and nothing else', () => {
    expect(directionOf('ArrowUp')).toBe('up')
    expect(directionOf('Enter')).toBeNull()
  })
})

describe('a press', () => {
  it('means the desk under it', () => {
    expect(deskAt(DESKS, { x: 29.8, y: 21.2 }, 0)?.id).toBe(2)
  })
  it('beside a desk means the nearest within reach', () => {
    expect(deskAt(DESKS, { x: 28.5, y: 22.9 }, 1)?.id).toBe(3)
    expect(deskAt(DESKS, { x: 28.5, y: 22.9 }, 0.2)).toBeNull()
  })
})

describe('geometry', () => {
  it('holds a desk turned by a quarter in a lying box', () => {
    const box = outline({ x: 10, y: 10, width: 1, height: 2, rotation: 90 })
    expect(box.x).toBeCloseTo(9.5)
    expect(box.y).toBeCloseTo(10.5)
    expect(box.width).toBeCloseTo(2)
    expect(box.height).toBeCloseTo(1)
  })
  it('measures no distance inside a box', () => {
    expect(distanceTo({ x: 0, y: 0, width: 2, height: 2 }, { x: 1, y: 1 })).toBe(0)
    expect(distanceTo({ x: 0, y: 0, width: 2, height: 2 }, { x: 5, y: 6 })).toBe(5)
  })
  it('finds the nearest other desk', () => {
    const here = DESKS[0]
    expect(here && nearestDesk(DESKS, here)?.id).toBe(2)
  })
})

describe('reading order', () => {
  it('takes my areas first, then the areas by code, then the desks by code', () => {
    const areas = [
      { id: 1, code: 'A', mine: false },
      { id: 2, code: 'B', mine: true },
    ]
    const desks = [
      { id: 1, code: 'A-002', area: 1 },
      { id: 2, code: 'B-001', area: 2 },
      { id: 3, code: 'A-001', area: 1 },
    ]
    expect(inReadingOrder(desks, areas).map((one) => one.code)).toEqual(['B-001', 'A-001', 'A-002'])
  })
})
