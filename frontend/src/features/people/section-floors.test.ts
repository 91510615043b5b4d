import { expect, test } from 'vitest'
import type { SectionAttendance } from './queries'
import { sectionFloors } from './section-floors'

type Member = SectionAttendance['people'][number]
type Stretch = Member['days'][number]['stretches'][number]

const at = (floor: number, code: string): Stretch => ({
  start: '2026-11-24T08:30:00+09:00',
  end: '2026-11-24T17:15:00+09:00',
  place: 'office',
  desk: { id: floor * 100, code, area: 3, area_name: 'Eエリア', floor, floor_name: `${floor}階` },
  booking: 11,
  present: false,
})
const home: Stretch = { ...at(6, ''), place: 'home', desk: null, booking: null }

function member(id: number, stretches: Stretch[]): Member {
  const [first = null] = stretches
  const plan = {
    day: '2026-11-24',
    working_day: true,
    holiday: null,
    am: first,
    pm: first,
    stretches,
    visible: stretches.length > 0,
  }
  const person = { id, name: `人 ${id}`, family_name: '人', department: '広聴課' }
  return { person, title: '', manages: false, me: false, visible: true, days: [plan] }
}

test('people stand under their floor, the fullest first, then elsewhere, then unknown', () => {
  const section: SectionAttendance = {
    department: { id: 7, code: 'D07', name: '広聴課' },
    minimum_on_site: 0,
    days: [],
    people: [
      member(1, [at(5, '05A-001')]),
      member(2, [at(6, '06E-001')]),
      member(3, [home]),
      member(4, []),
      member(5, [at(6, '06E-002')]),
    ],
  }
  const { floors, away, unknown } = sectionFloors(section)
  expect(floors.map(({ name, people }) => [name, people.map(({ id }) => id)])).toEqual([
    ['6階', [2, 5]],
    ['5階', [1]],
  ])
  expect(away.map(({ id }) => id)).toEqual([3])
  expect(unknown.map(({ id }) => id)).toEqual([4])
})
