import { expect, test } from 'vitest'
import type { LayoutVersion } from '#/api/layout-drafts'
import { floorRows } from './floor-rows'

const version = (id: number, from: string, in_force = false): LayoutVersion => ({
  id,
  floor: { id: 6, name: '6階' },
  effective_from: from,
  effective_until: null,
  in_force,
  desks: 252,
  areas: 6,
  published_at: '2026-11-01T00:00:00Z',
  published_by: '',
  may_take_back: from > '2026-11-30',
})

test('a floor’s versions are what holds, what comes and what was', () => {
  const versions = [
    version(4, '2027-04-01'),
    version(3, '2027-01-04'),
    version(2, '2026-11-02', true),
    version(1, '2026-04-01'),
  ]
  const [row] = floorRows([{ id: 6, name: '6階' }], versions, [], '2026-11-30')
  expect(row?.inForce?.id).toBe(2)
  expect([row?.coming.map(({ id }) => id), row?.past.map(({ id }) => id)]).toEqual([[3, 4], [1]])
})
