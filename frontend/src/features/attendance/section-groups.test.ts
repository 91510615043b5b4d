import { expect, test } from 'vitest'
import { misakiInTheOffice } from '#/testing/cast'
import type { PlanDay, SectionPerson, Stretch } from './queries'
import { sectionGroups } from './section-groups'

const department = { id: 7, code: 'D07', name: '広聴課' }
const office = misakiInTheOffice.am as Stretch
const home: Stretch = { ...office, place: 'home', desk: null }

function person(id: number, halves: Partial<PlanDay>): SectionPerson {
  return {
    person: { id, name: `${id}`, family_name: `${id}`, department: '広聴課' },
    title: '',
    me: false,
    manages: false,
    visible: true,
    days: [{ ...misakiInTheOffice, am: null, pm: null, stretches: [], ...halves }],
  }
}

test('everybody stands once, where their day begins, and half days say so', () => {
  const people = [
    person(1, { am: office, pm: office }),
    person(2, { am: home, pm: office }),
    person(3, { pm: office }),
    person(4, { stretches: [office] }),
    person(5, {}),
  ]
  const groups = sectionGroups({ department, days: [], people, minimum_on_site: 0 })
  expect(
    groups.map(({ place, people: there }) => [place, there.map(({ who, only }) => [who.person.id, only])]),
  ).toEqual([
    [
      'office',
      [
        [1, null],
        [3, 'pm'],
        [4, null],
      ],
    ],
    ['home', [[2, 'am']]],
    ['unknown', [[5, null]]],
  ])
})
