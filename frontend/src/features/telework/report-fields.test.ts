import { describe, expect, it } from 'vitest'
import type { TeleworkRequest } from './queries'
import {
  apart,
  firstFields,
  needsExplanation,
  type ReportFields,
  reportBody,
  reportTroubles,
  workedMinutes,
} from './report-fields'
import type { WorkOfDay } from './work'

const DAY = '2026-11-24'
const at = (clock: string) => `${DAY}T${clock}:00+09:00`
const work: WorkOfDay = {
  stretches: [
    { started_at: at('08:31'), ended_at: at('12:00') },
    { started_at: at('13:00'), ended_at: at('17:20') },
  ],
  worked_minutes: 469,
  likely_break_minutes: 60,
  logged: [],
  device_from: at('08:45'),
  device_until: at('17:20'),
  device_minutes: 515,
  difference_minutes: 30,
  overtime_needs_order: true,
  day_minutes: 465,
}
const request = {
  day: DAY,
  unit: 'full',
  start: at('08:30'),
  end: at('17:15'),
  tasks: '照会への回答',
  report: null,
} as TeleworkRequest
const fields: ReportFields = firstFields(request, work)

describe('a report of a telework day', () => {
  it('begins with the presses of start and end', () => {
    expect(fields).toEqual({
      start: '08:31',
      end: '17:20',
      breakMinutes: '60',
      tasks: '照会への回答',
      overtime: '0',
      ordered: false,
      explanation: '',
    })
    expect(workedMinutes(fields)).toBe(469)
    expect(reportTroubles(fields, work, DAY)).toEqual({})
  })

  it('begins with what was planned where nobody pressed anything', () => {
    const begun = firstFields(request, { ...work, stretches: [], likely_break_minutes: 0 })
    expect([begun.start, begun.end, begun.breakMinutes]).toEqual(['08:30', '17:15', '60'])
  })

  it.each([
    [{ end: '08:00' }, { end: 'order' }],
    [{ start: '' }, { start: 'missing' }],
    [{ breakMinutes: '600' }, { breakMinutes: 'break' }],
    [{ breakMinutes: '-1' }, { breakMinutes: 'number' }],
    [{ tasks: ' ' }, { tasks: 'missing' }],
    [{ overtime: '30' }, { overtime: 'notOrdered' }],
    [{ overtime: '470', ordered: true }, { overtime: 'tooMuch' }],
    [{ start: '08:00' }, { explanation: 'unexplained' }],
    [{ start: '08:00', explanation: '電話の対応' }, {}],
  ])('names what is wrong in %o', (change, wrong) => {
    expect(reportTroubles({ ...fields, ...change }, work, DAY)).toEqual(wrong)
  })

  it('knows how far it is from the log', () => {
    expect(apart(fields, work, DAY)).toEqual({ start: 14, end: 0 })
    expect(apart(fields, { ...work, device_from: null, device_until: null }, DAY)).toBeNull()
    expect(needsExplanation({ ...fields, end: '17:51' }, work, DAY)).toBe(true)
    const midnight = { ...work, device_until: '2026-11-25T00:00:00+09:00' }
    expect(apart({ ...fields, end: '23:50' }, midnight, DAY)?.end).toBe(10)
  })

  it('is sent as numbers, an order only with overtime', () => {
    expect(reportBody({ ...fields, ordered: true }, 4)).toEqual({
      version: 4,
      started_at: '08:31',
      ended_at: '17:20',
      break_minutes: 60,
      tasks_done: '照会への回答',
      overtime_minutes: 0,
      overtime_ordered: false,
      explanation: '',
    })
  })
})
