import { describe, expect, it } from 'vitest'
import { areaLetters } from '#/ui/plan/area-letters'
import { deskState, holderOf, isOpen, type PlannedDesk } from './desk-state'
import { fits, NO_FILTER } from './filters'

const YUMI = { id: 7, name: '佐々木 由美', family_name: '佐々木', department: '広聴課' }
const DESK: PlannedDesk = {
  id: 1,
  code: '06E-017',
  area: 5,
  x: 0,
  y: 0,
  width: 0.7,
  height: 1.2,
  rotation: 0,
  mode: 'bookable',
  features: ['monitor'],
  assigned_to: null,
}

describe('the state of a desk', () => {
  it.each([
    [{ state: 'free' }, { kind: 'free' }],
    [
      { state: 'mine', booking: 12 },
      { kind: 'mine', bookingId: 12 },
    ],
    [
      { state: 'taken', holder: YUMI },
      { kind: 'taken', by: YUMI, partly: false },
    ],
    [
      { state: 'taken', holder: null, partly: true },
      { kind: 'taken', by: null, partly: true },
    ],
    [{ state: 'drop_in' }, { kind: 'drop_in' }],
    [
      { state: 'closed', reason: '工事' },
      { kind: 'closed', reason: '工事' },
    ],
    [{ state: 'unavailable' }, { kind: 'closed', reason: '' }],
  ] as const)('%j is %j', (line, state) => {
    expect(deskState(DESK, { desk: 1, ...line })).toEqual(state)
  })

  it('is unknown until the server has spoken, but for what the layout says', () => {
    expect(deskState(DESK, undefined)).toBeNull()
    expect(deskState({ ...DESK, mode: 'assigned', assigned_to: YUMI }, undefined)).toEqual({
      kind: 'assigned',
      to: YUMI,
    })
  })

  it('names a holder only where one may be known', () => {
    expect(holderOf({ kind: 'taken', by: YUMI, partly: false })).toBe(YUMI)
    expect(holderOf({ kind: 'taken', by: null, partly: false })).toBeNull()
    expect(holderOf({ kind: 'free' })).toBeNull()
  })

  it('is open when the desk can be booked or walked up to', () => {
    expect(isOpen({ kind: 'free' })).toBe(true)
    expect(isOpen({ kind: 'drop_in' })).toBe(true)
    expect(isOpen({ kind: 'assigned', to: null })).toBe(false)
  })
})

describe('filters', () => {
  it('ask for everything at once', () => {
    const filter = { ...NO_FILTER, features: ['monitor', 'quiet'] as const }
    expect(fits(DESK, { kind: 'free' }, filter)).toBe(false)
    expect(fits({ ...DESK, features: ['quiet', 'monitor'] }, { kind: 'free' }, filter)).toBe(true)
  })
  it('keep my own desk when only open ones are shown', () => {
    expect(fits(DESK, { kind: 'mine', bookingId: 1 }, { ...NO_FILTER, onlyOpen: true })).toBe(true)
    expect(fits(DESK, { kind: 'taken', by: null, partly: false }, { ...NO_FILTER, onlyOpen: true })).toBe(
      false,
    )
  })
})

describe('area letters', () => {
  it('are what the codes of a floor do not share', () => {
    expect([
      ...areaLetters([
        { id: 1, code: '06A' },
        { id: 2, code: '06E' },
      ]).values(),
    ]).toEqual(['A', 'E'])
    expect([...areaLetters([{ id: 1, code: '06A' }]).values()]).toEqual(['06A'])
    expect([
      ...areaLetters([
        { id: 1, code: 'W' },
        { id: 2, code: 'WX' },
      ]).values(),
    ]).toEqual(['W', 'WX'])
  })
})
