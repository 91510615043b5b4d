import { describe, expect, it } from 'vitest'
import type { Counted } from './count-queue'
import { toCount, typedNumber, type Walk, walkLines } from './walk'

const NOW = Date.parse('2026-11-30T10:00:00+09:00')
const walk: Walk = {
  floor: 1,
  now: '2026-11-30T10:00:00+09:00',
  areas: [
    { area: { id: 1, code: '06A', name: '6階 A' }, in_service: 6, last: null },
    { area: { id: 2, code: '06B', name: '6階 B' }, in_service: 3, last: null },
    { area: { id: 3, code: '06C', name: '6階 C' }, in_service: 0, last: null },
  ],
}
const counted = (area: number, time: string): Counted => ({
  id: area,
  floor: 1,
  area,
  at: `2026-11-30T${time}:00+09:00`,
  in_use: 2,
  in_service: 6,
  booked: 4,
  checked_in: 1,
})
const queued = { key: 'k', floor: 1, area: 2, inUse: 1, at: '2026-11-30T09:59:00+09:00' }

describe('a walk', () => {
  it('is done where it was counted lately or waits to be sent, and where no desk can be in use', () => {
    expect(walkLines(walk, [counted(1, '09:00')], [queued], NOW).map((line) => line.done)).toEqual([
      true,
      true,
      true,
    ])
  })

  it('begins anew where the last count is of an earlier walk', () => {
    const lines = walkLines(walk, [counted(1, '08:30'), counted(2, '08:31')], [], NOW)
    expect(lines.map((line) => [line.done, line.last?.at.slice(11, 16) ?? null])).toEqual([
      [false, '08:30'],
      [true, '08:31'],
      [true, null],
    ])
  })

  it('shows the last of several counts', () => {
    const [first] = walkLines(walk, [counted(1, '09:00'), { ...counted(1, '09:30'), id: 9 }], [], NOW)
    expect(first?.last?.id).toBe(9)
  })

  it('goes on with the next area that is not done, and from the first again', () => {
    const lines = walkLines({ ...walk, areas: walk.areas.slice(0, 2) }, [], [], NOW)
    expect(toCount(lines, null, null)?.code).toBe('06A')
    expect(toCount(lines, null, 1)?.code).toBe('06B')
    expect(toCount(lines, null, 2)?.code).toBe('06A')
    expect(toCount(lines, 2, null)?.code).toBe('06B')
    expect(toCount(walkLines(walk, [counted(1, '09:00')], [queued], NOW), null, 1)).toBeNull()
  })
})

describe('what was typed', () => {
  it.each([
    ['12', 12],
    [' ３ ', 3],
    ['', null],
    ['-1', null],
    ['1.5', null],
    ['12345', null],
  ])('%j is %j', (text, number) => {
    expect(typedNumber(text)).toBe(number)
  })
})
