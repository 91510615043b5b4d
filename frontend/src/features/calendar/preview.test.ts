import { expect, test } from 'vitest'
import { exampleOf } from './preview'
import type { Choices } from './queries'

const usual: Choices = {
  titles: 'full',
  spans: 'hours',
  with_desk: true,
  with_telework: true,
  with_own_plans: true,
  by_mail: false,
  section_as: 'summary',
  mail_possible: true,
}

test('in full, a desk is named and stands in the location', () => {
  expect(exampleOf(usual)).toEqual([
    { place: 'office', title: 'desk', hours: { start: '08:30', end: '17:15' }, location: 'desk' },
    { place: 'home', title: 'full', hours: { start: '13:30', end: '16:00' }, location: null },
    { place: 'leave', title: 'full', hours: { start: '08:30', end: '12:00' }, location: null },
  ])
})

test('busy says nothing but that there is something', () => {
  const said = exampleOf({ ...usual, titles: 'busy' })
  expect(said.map(({ title, location }) => [title, location])).toEqual([
    ['busy', null],
    ['busy', null],
    ['busy', null],
  ])
})

test('without the desk the place is named, and the building is where it is', () => {
  expect(exampleOf({ ...usual, with_desk: false })[0]).toEqual({
    place: 'office',
    title: 'full',
    hours: { start: '08:30', end: '17:15' },
    location: 'building',
  })
})

test('in halves a whole day has no hours, and a part of an afternoon is the afternoon', () => {
  expect(exampleOf({ ...usual, spans: 'halves' }).map(({ hours }) => hours)).toEqual([
    null,
    { start: '13:00', end: '17:15' },
    { start: '08:30', end: '12:00' },
  ])
})

test('what is not wanted is not there', () => {
  expect(
    exampleOf({ ...usual, with_telework: false, with_own_plans: false }).map(({ place }) => place),
  ).toEqual(['office'])
})
