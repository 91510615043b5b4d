import { describe, expect, it } from 'vitest'
import { type Booking, type DeskDay, offerOf } from './offer'

const place = (id: number, code: string) => ({
  id,
  code,
  area: 5,
  area_name: '6階Eエリア',
  floor: 6,
  floor_name: '6階',
})

function booking(more: Partial<Booking> = {}): Booking {
  return {
    id: 90,
    desk: place(16, '06E-016'),
    day: '2026-11-24',
    part: 'full',
    start: '2026-11-24T08:30:00+09:00',
    end: '2026-11-24T17:15:00+09:00',
    state: 'booked',
    person: 1,
    booked_by: null,
    walk_up: false,
    spilled_over: false,
    may: ['cancel', 'change'],
    check_in_from: null,
    check_in_until: null,
    undo_until: null,
    checked_in_at: null,
    checked_out_at: null,
    rule: null,
    moved_from: null,
    ended_because: '',
    ...more,
  }
}

function deskDay(more: Partial<DeskDay> = {}): DeskDay {
  return {
    desk: {
      id: 21,
      code: '06E-021',
      area: 5,
      x: 0,
      y: 0,
      width: 0.7,
      height: 1.2,
      rotation: 0,
      mode: 'bookable',
      features: [],
      assigned_to: null,
    },
    floor: { id: 6, building: 1, code: '6', name: '6階', desks: 252 },
    area: { id: 5, code: '06E', name: '6階Eエリア', floor: 6 },
    day: '2026-11-24',
    opens_at: '',
    closes_at: '',
    state: 'free',
    held: [],
    neighbours: [],
    answer: { allowed: true, refusal: null },
    my_booking: null,
    next_taken_at: null,
    check_in: 'none',
    ...more,
  }
}

type Refusal = NonNullable<DeskDay['answer']['refusal']>

function refusal(code: Refusal['code'], more: Partial<Refusal> = {}): Pick<DeskDay, 'answer'> {
  return {
    answer: { allowed: false, refusal: { type: '', title: '', status: 409, detail: '', code, ...more } },
  }
}

const FULL = { part: 'full' } as const

describe('what the panel offers', () => {
  it('is to book a free desk', () => {
    expect(offerOf(deskDay(), FULL, null)).toEqual({ kind: 'book' })
  })
  it('is to change when only my own booking is in the way, and says which is given up', () => {
    const mine = booking()
    const day = deskDay({
      my_booking: mine,
      ...refusal('already_booked', {
        conflicts_with: { kind: 'booking', id: 90, start: mine.start, end: mine.end },
      }),
    })
    expect(offerOf(day, FULL, null)).toEqual({ kind: 'change', giveUp: mine })
  })
  it('is a refusal when a leave is in the way as well', () => {
    const mine = booking()
    const day = deskDay({
      my_booking: mine,
      ...refusal('already_booked', {
        conflicts_with: { kind: 'plan', id: 4, start: mine.start, end: mine.end },
      }),
    })
    expect(offerOf(day, FULL, null).kind).toBe('refused')
  })
  it('is a refusal when I may not change the desk I have', () => {
    const day = deskDay({ my_booking: booking({ may: [] }), ...refusal('already_booked') })
    expect(offerOf(day, FULL, null).kind).toBe('refused')
  })
  it('is my own desk, with its hours to change when others are asked for', () => {
    const mine = booking({ desk: place(21, '06E-021') })
    const day = deskDay({ state: 'mine', my_booking: mine })
    expect(offerOf(day, FULL, null)).toEqual({ kind: 'mine', booking: mine, retime: false })
    expect(offerOf(day, { part: 'am' }, null)).toEqual({ kind: 'mine', booking: mine, retime: true })
    expect(offerOf(day, { start: '08:30', end: '17:15' }, null)).toEqual({
      kind: 'mine',
      booking: mine,
      retime: false,
    })
  })
  it('is to sit down at a desk that is walked up to', () => {
    expect(offerOf(deskDay({ check_in: 'walk_up', ...refusal('drop_in_only_now') }), FULL, null)).toEqual({
      kind: 'walk_up',
    })
  })
  it('gives up the booking one came to change, whatever its day', () => {
    const coming = booking({ day: '2026-11-26' })
    expect(offerOf(deskDay(), FULL, coming)).toEqual({ kind: 'change', giveUp: coming })
  })
  it('is the reason when the desk is taken', () => {
    const offer = offerOf(deskDay({ state: 'taken', ...refusal('desk_taken') }), FULL, null)
    expect(offer.kind === 'refused' && offer.refusal.code).toBe('desk_taken')
  })
})
