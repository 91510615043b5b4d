import { expect, test } from 'vitest'
import type { RecordedDays } from '../shapes'
import { countedBy, emptyDraft, usualPeriod } from './draft'

const TODAY = '2026-12-15'
const nothing = { days: 0, first: null, last: null, usual_first: null }
const gate: RecordedDays = {
  source: 'gate',
  days: 38,
  first: '2026-09-28',
  last: '2026-11-20',
  usual_first: '2026-09-26',
}
const checkIn: RecordedDays = {
  source: 'check_in',
  days: 53,
  first: '2026-09-28',
  last: '2026-12-14',
  usual_first: '2026-10-20',
}
const recorded: RecordedDays[] = [gate, checkIn, { source: 'booking', ...nothing }]

test('a new scenario stands on the last eight weeks that are recorded, however long ago', () => {
  expect(emptyDraft('x', TODAY, recorded)).toMatchObject({
    source: 'gate',
    from: '2026-09-26',
    to: '2026-11-20',
  })
})

test('without a gate log the next source that has records is taken', () => {
  expect(emptyDraft('x', TODAY, [{ source: 'gate', ...nothing }, checkIn])).toMatchObject({
    source: 'check_in',
    from: '2026-10-20',
    to: '2026-12-14',
  })
})

test('without any records it is the last eight weeks up to yesterday', () => {
  expect(emptyDraft('x', TODAY, [])).toMatchObject({ source: 'gate', from: '2026-10-20', to: '2026-12-14' })
  expect(usualPeriod('booking', TODAY, recorded)).toEqual({ from: '2026-10-20', to: '2026-12-14' })
})

test('another source brings its own days, unless somebody chose others', () => {
  const draft = emptyDraft('x', TODAY, recorded)
  expect(countedBy('check_in', draft, TODAY, recorded)).toEqual({
    source: 'check_in',
    from: '2026-10-20',
    to: '2026-12-14',
  })
  const chosen = { ...draft, from: '2026-10-01' }
  expect(countedBy('check_in', chosen, TODAY, recorded)).toEqual({ source: 'check_in' })
})
