import { describe, expect, it } from 'vitest'
import { booked } from '#/testing/cast'
import { deskElsewhere, deskNow } from './desk-now'
import type { DeskDay } from './offer'

const TEN = Date.parse('2026-11-24T10:00:00+09:00')
const at = (time: string) => `2026-11-24T${time}:00+09:00`

function day(more: Partial<DeskDay>): DeskDay {
  return {
    desk: { id: 16, code: '06E-016' } as DeskDay['desk'],
    held: [],
    my_booking: null,
    next_taken_at: null,
    closes_at: at('22:00'),
    check_in: 'none',
    ...more,
  } as DeskDay
}

describe('a desk now', () => {
  it('is where I sit once I have checked in', () => {
    const booking = { ...booked, state: 'checked_in' as const }
    expect(deskNow(day({ my_booking: booking }), TEN)).toEqual({ kind: 'sitting', booking })
  })
  it('is mine to check in to', () => {
    expect(deskNow(day({ my_booking: booked, check_in: 'my_booking' }), TEN)).toEqual({
      kind: 'mine',
      booking: booked,
      open: true,
    })
  })
  it('is in use by whoever holds this moment', () => {
    const held = {
      kind: 'booking' as const,
      start: at('08:30'),
      end: at('12:00'),
      holder: null,
      mine: false,
      state: null,
    }
    const seen = day({ held: [held as unknown as DeskDay['held'][number]] })
    expect(deskNow(seen, TEN)).toMatchObject({ kind: 'taken', held })
  })
  it('can be sat down at until its next booking', () => {
    expect(deskNow(day({ check_in: 'walk_up', next_taken_at: at('13:00') }), TEN)).toEqual({
      kind: 'walk_up',
      until: at('13:00'),
      next: true,
    })
    expect(deskNow(day({ check_in: 'walk_up' }), TEN)).toEqual({
      kind: 'walk_up',
      until: at('22:00'),
      next: false,
    })
  })
  it('is shut when nothing may be done', () => {
    expect(deskNow(day({}), TEN)).toEqual({ kind: 'shut' })
  })
})

describe('my desk elsewhere', () => {
  const other = { ...booked, desk: { ...booked.desk, id: 99 } }
  it('contradicts a walk-up while it lasts', () => {
    expect(deskElsewhere(day({ my_booking: other }), TEN)).toBe(other)
    expect(deskElsewhere(day({ my_booking: other }), Date.parse(at('18:00')))).toBeNull()
    expect(deskElsewhere(day({ my_booking: booked }), TEN)).toBeNull()
  })
})
