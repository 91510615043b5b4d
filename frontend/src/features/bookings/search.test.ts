import { describe, expect, it } from 'vitest'
import { askedOf, bookSearch } from './search'

describe('the address of "Book a desk"', () => {
  it('keeps what makes sense', () => {
    const raw = {
      day: '2026-11-24',
      part: 'am',
      floor: 6,
      desk: '21',
      features: ['monitor'],
      near: 3,
      view: 'list',
    }
    expect(bookSearch(raw)).toEqual({ ...raw, desk: 21 })
  })

  it.each([
    [{ day: '2026-02-31' }],
    [{ day: 'tomorrow' }],
    [{ part: 'night' }],
    [{ start: '10:00' }],
    [{ start: '10:00', end: '09:00' }],
    [{ start: '25:00', end: '26:00' }],
    [{ floor: -1 }],
    [{ desk: '1e99' }],
    [{ features: 'sauna' }],
  ])('leaves out %j', (raw) => {
    expect(bookSearch(raw)).toEqual({})
  })

  it('asks for the full day unless a part or hours are given', () => {
    expect(askedOf({})).toEqual({ part: 'full' })
    expect(askedOf({ part: 'pm' })).toEqual({ part: 'pm' })
    expect(askedOf({ part: 'pm', start: '10:00', end: '11:15' })).toEqual({ start: '10:00', end: '11:15' })
  })
})
