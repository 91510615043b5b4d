import { describe, expect, it } from 'vitest'
import { timeOfMinutes, withoutZero } from '#/lib/city-time'
import { type DeskHeld, daySpan, dayStretches } from './day-stretches'

const spokenClock = (at: number) => withoutZero(timeOfMinutes(at))

const PARTS = {
  full: { start: '08:30', end: '17:15' },
  am: { start: '08:30', end: '12:00' },
  pm: { start: '13:00', end: '17:15' },
}
const DAY = '2026-11-24'

function held(start: string, end: string, more: Partial<DeskHeld> = {}): DeskHeld {
  return {
    kind: 'booking',
    start: `${DAY}T${start}:00+09:00`,
    end: `${DAY}T${end}:00+09:00`,
    state: 'booked',
    holder: null,
    mine: false,
    ...more,
  }
}

function told(list: DeskHeld[]) {
  return dayStretches(list, PARTS, DAY).map((one) => [
    one.kind,
    spokenClock(one.from),
    spokenClock(one.to),
    one.part,
  ])
}

describe("a desk's day", () => {
  it('is two free halves and the noon between them when nobody has it', () => {
    expect(told([])).toEqual([
      ['free', '8:30', '12:00', 'am'],
      ['free', '12:00', '13:00', 'noon'],
      ['free', '13:00', '17:15', 'pm'],
    ])
  })
  it('shows a morning that is mine and the free rest', () => {
    expect(told([held('08:30', '12:00', { mine: true })])).toEqual([
      ['mine', '8:30', '12:00', null],
      ['free', '12:00', '13:00', 'noon'],
      ['free', '13:00', '17:15', 'pm'],
    ])
  })
  it('is widened by what lies outside the usual hours', () => {
    const early = [held('07:15', '09:00')]
    expect(daySpan(early, PARTS)).toEqual({ from: 435, to: 1035 })
    expect(told(early)[0]).toEqual(['taken', '7:15', '9:00', null])
  })
  it('is closed from end to end by works that last for weeks', () => {
    const works = held('00:00', '00:00', {
      kind: 'closure',
      start: '2026-11-01T00:00:00+09:00',
      end: '2026-12-01T00:00:00+09:00',
    })
    expect(told([works])).toEqual([['closed', '8:30', '17:15', null]])
  })
})
