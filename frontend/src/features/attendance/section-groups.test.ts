import { expect, test } from 'vitest'
import type { SectionHalf, SectionPerson } from './queries'
import { sectionGroups } from './section-groups'

const department = { id: 7, code: 'D07', name: '広聴課' }
const office: SectionHalf = {
  start: '2026-11-24T08:30:00+09:00',
  end: '2026-11-24T17:15:00+09:00',
  place: 'office',
  source: 'booking',
  desk: { id: 16, code: '06E-016', floor: 6, floor_name: '6階' },
  request: null,
  note: '',
  present: false,
}
const home: SectionHalf = { ...office, place: 'home', source: 'request', desk: null }
const presumed: SectionHalf = { ...office, source: 'default', desk: null }

function person(id: number, halves: { am?: SectionHalf; pm?: SectionHalf }): SectionPerson {
  return {
    person: { id, name: `${id}`, family_name: `${id}`, department: '広聴課' },
    title: '',
    unit: '',
    me: false,
    manages: false,
    counted: true,
    may_decide: false,
    visible: true,
    days: [{ visible: true, am: null, pm: null, pending: [], ...halves }],
  }
}

test('everybody stands once, where their day begins, and half days say so', () => {
  const people = [
    person(1, { am: office, pm: office }),
    person(2, { am: home, pm: office }),
    person(3, { pm: office }),
    person(4, { am: presumed, pm: presumed }),
    person(5, {}),
  ]
  const section = { department, days: [], people, minimum_on_site: 0, manages: false }
  expect(
    sectionGroups(section).map(({ place, people: there }) => [
      place,
      there.map(({ who, only }) => [who.person.id, only]),
    ]),
  ).toEqual([
    [
      'office',
      [
        [1, null],
        [3, 'pm'],
      ],
    ],
    ['home', [[2, 'am']]],
    [
      'unknown',
      [
        [4, null],
        [5, null],
      ],
    ],
  ])
})
