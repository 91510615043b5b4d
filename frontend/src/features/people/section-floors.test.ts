import { expect, test } from 'vitest'
import type { SectionAttendance } from './queries'
import { sectionFloors } from './section-floors'

type Member = SectionAttendance['people'][number]
type Half = NonNullable<Member['days'][number]['am']>

const at = (floor: number, code: string): Half => ({
  start: '2026-11-24T08:30:00+09:00',
  end: '2026-11-24T17:15:00+09:00',
  place: 'office',
  source: 'booking',
  desk: { id: floor * 100, code, floor, floor_name: `${floor}階` },
  request: null,
  note: '',
  present: false,
})
const home: Half = { ...at(6, ''), place: 'home', source: 'request', desk: null }
const presumed: Half = { ...at(6, ''), source: 'default', desk: null }

function member(id: number, half: Half | null): Member {
  const person = { id, name: `人 ${id}`, family_name: '人', department: '広聴課' }
  return {
    person,
    title: '',
    unit: '',
    manages: false,
    counted: true,
    me: false,
    may_decide: false,
    visible: true,
    days: [{ visible: half !== null, am: half, pm: half, pending: [] }],
  }
}

test('people stand under their floor, the fullest first, then those without a desk, elsewhere, unknown', () => {
  const section: SectionAttendance = {
    department: { id: 7, code: 'D07', name: '広聴課' },
    minimum_on_site: 0,
    manages: false,
    days: [],
    people: [
      member(1, at(5, '05A-001')),
      member(2, at(6, '06E-001')),
      member(3, home),
      member(4, presumed),
      member(5, at(6, '06E-002')),
      member(6, null),
      member(7, { ...presumed, source: 'pattern' }),
    ],
  }
  const { floors, unseated, away, unknown } = sectionFloors(section)
  expect(floors.map(({ name, people }) => [name, people.map(({ id }) => id)])).toEqual([
    ['6階', [2, 5]],
    ['5階', [1]],
  ])
  expect(unseated.map(({ id }) => id)).toEqual([7])
  expect(away.map(({ id }) => id)).toEqual([3])
  expect(unknown.map(({ id }) => id)).toEqual([4, 6])
})
