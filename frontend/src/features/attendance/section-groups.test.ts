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

test('a desk that is held for one half, or another in the afternoon, is shown with its half; the afternoon elsewhere is said', () => {
  const standing: SectionHalf = { ...office, source: 'pattern', desk: null }
  const other: SectionHalf = { ...office, desk: { id: 41, code: '06E-041', floor: 6, floor_name: '6階' } }
  const people = [
    person(1, { am: office, pm: office }),
    person(2, { am: standing, pm: other }),
    person(3, { am: office, pm: other }),
    person(4, { am: office, pm: home }),
  ]
  const section = { department, days: [], people, minimum_on_site: 0, manages: false }
  const [group] = sectionGroups(section)
  expect(
    group?.people.map(({ desks, only, then }) => [
      desks.map(({ desk, half }) => [desk.code, half]),
      only,
      then,
    ]),
  ).toEqual([
    [[['06E-016', null]], null, null],
    [[['06E-041', 'pm']], null, null],
    [
      [
        ['06E-016', 'am'],
        ['06E-041', 'pm'],
      ],
      null,
      null,
    ],
    [[['06E-016', 'am']], 'am', 'home'],
  ])
})
