import { describe, expect, it, test } from 'vitest'
import { addArea, homeDays, homesOf, recodeArea, removeArea, reshapeArea, resized } from './area-commands'
import { isOverridden } from './belonging'
import {
  addDesk,
  alignDesks,
  changeDesks,
  copyDesks,
  moveDesks,
  removeDesks,
  spreadDesks,
  turnDesks,
} from './desk-commands'
import { begun, done, redone, undone } from './history'
import { keyWish } from './keys'
import { codeOf, freeCodes, numbered, patternOf, taken } from './numbering'
import { contentOf, type DraftDesk, type EditedPlan, editedPlan } from './plan'
import { linesOf, nearest, snapped } from './snapping'

function desk(code: string, x: number, y: number, more: Partial<DraftDesk> = {}): DraftDesk {
  return {
    code,
    area: '06A',
    x,
    y,
    width: 0.7,
    height: 1.2,
    rotation: 0,
    mode: 'bookable',
    features: [],
    assigned_to: '',
    ...more,
  }
}

const AREA = { name: '', overflow: [], homes: [], width: 10, height: 10, y: 0 }

/** Two areas side by side; an island of two by two in the first and a lone desk in the second. */
function floor(): EditedPlan {
  return editedPlan({
    width: 40,
    height: 20,
    areas: [
      { ...AREA, code: '06A', x: 0 },
      { ...AREA, code: '06B', x: 20, overflow: ['06A'] },
    ],
    desks: [
      desk('06A-001', 1, 1),
      desk('06A-002', 2, 1.1),
      desk('06A-003', 1, 3),
      desk('06A-004', 2, 3),
      desk('06B-001', 22, 5, { area: '06B' }),
    ],
  })
}

const codes = (plan: EditedPlan) => plan.desks.map((one) => one.code)
const only = (...ids: number[]) => new Set(ids)
const deskOf = (plan: EditedPlan, id: number) => plan.desks.find((one) => one.id === id)

describe('moving', () => {
  it('takes a desk into the area it comes to lie in', () => {
    const moved = moveDesks(floor(), only(1), 20.05, 0)
    expect(deskOf(moved, 1)).toMatchObject({ x: 21.05, y: 1, area: '06B' })
  })

  it('leaves a desk with the area somebody gave it, and one between areas with the one it had', () => {
    const given = changeDesks(floor(), only(1), { area: '06B' })
    expect(isOverridden(given, deskOf(given, 1) as never)).toBe(true)
    expect(deskOf(moveDesks(given, only(1), 0, 1), 1)?.area).toBe('06B')
    expect(deskOf(moveDesks(floor(), only(1), 14, 0), 1)?.area).toBe('06A')
  })

  it('there and back is where it was', () => {
    const there = moveDesks(floor(), only(1, 2, 3), 0.1, -0.3)
    expect(moveDesks(there, only(1, 2, 3), -0.1, 0.3).desks).toEqual(floor().desks)
  })

  it('keeps what it does not touch, so that it is not drawn again', () => {
    const before = floor()
    expect(moveDesks(before, only(1), 1, 0).desks[3]).toBe(before.desks[3])
  })
})

describe('turning', () => {
  it('turns one desk about its own middle', () => {
    expect(deskOf(turnDesks(floor(), only(3), 15), 3)).toMatchObject({ x: 1, y: 3, rotation: 15 })
    expect(deskOf(turnDesks(floor(), only(3), -15), 3)?.rotation).toBe(345)
  })

  it('turns several as one body, and four quarters are none', () => {
    let plan = floor()
    for (let quarter = 0; quarter < 4; quarter += 1) plan = turnDesks(plan, only(3, 4), 90)
    expect(plan.desks).toEqual(floor().desks)
    const quarter = turnDesks(floor(), only(3, 4), 90)
    expect([deskOf(quarter, 3), deskOf(quarter, 4)]).toMatchObject([
      { x: 1.5, y: 2.5, rotation: 90 },
      { x: 1.5, y: 3.5, rotation: 90 },
    ])
  })
})

describe('aligning and spreading', () => {
  it('brings tops onto the highest', () => {
    const plan = alignDesks(floor(), only(1, 2), 'top')
    expect([deskOf(plan, 1)?.y, deskOf(plan, 2)?.y]).toEqual([1, 1])
  })

  it('leaves equal gaps and the outermost where they are', () => {
    const three = moveDesks(floor(), only(3), 5, 0)
    const plan = spreadDesks(three, only(1, 2, 3), 'x')
    expect([1, 2, 3].map((id) => deskOf(plan, id)?.x)).toEqual([1, 3.5, 6])
  })
})

describe('adding, copying, removing', () => {
  it('adds a desk in the area there with the next free code', () => {
    const { plan, id } = addDesk(floor(), { x: 5, y: 5 })
    expect(deskOf(plan, id)).toMatchObject({ code: '06A-005', area: '06A', x: 4.65, y: 4.4 })
  })

  it('copies to the right, numbered on, assigned to nobody', () => {
    const held = changeDesks(floor(), only(1), { mode: 'assigned', assigned_to: 'S1' })
    const { plan, ids } = copyDesks(held, only(1, 3))
    expect([...ids].map((id) => deskOf(plan, id))).toMatchObject([
      { code: '06A-005', x: 2, y: 1, mode: 'assigned', assigned_to: '' },
      { code: '06A-006', x: 2, y: 3 },
    ])
  })

  it('removes only the chosen', () => {
    expect(codes(removeDesks(floor(), only(1, 5)))).toEqual(['06A-002', '06A-003', '06A-004'])
  })

  it('lets a person go with the mode that held them', () => {
    const held = changeDesks(floor(), only(1), { mode: 'assigned', assigned_to: 'S1' })
    expect(deskOf(changeDesks(held, only(1), { mode: 'bookable' }), 1)?.assigned_to).toBe('')
  })
})

describe('numbering', () => {
  const numbers = (by: 'rows' | 'columns', from: 'top_left' | 'bottom_right') =>
    [...numbered(floor().desks.slice(0, 4), { pattern: '06A-001', by, from })].sort(([a], [b]) => a - b)

  it('counts along rows or down columns from a corner; a slanting row is one row', () => {
    expect(numbers('rows', 'top_left').map(([, code]) => code)).toEqual([
      '06A-001',
      '06A-002',
      '06A-003',
      '06A-004',
    ])
    expect(numbers('columns', 'top_left').map(([, code]) => code)).toEqual([
      '06A-001',
      '06A-003',
      '06A-002',
      '06A-004',
    ])
    expect(numbers('rows', 'bottom_right').map(([, code]) => code)).toEqual([
      '06A-004',
      '06A-003',
      '06A-002',
      '06A-001',
    ])
  })

  it('takes the last digits as the number, as wide as they are written', () => {
    expect(patternOf('12F-B09x')).toEqual({ before: '12F-B', first: 9, width: 2, after: 'x' })
    expect(codeOf({ before: 'A-', first: 99, width: 2, after: '' }, 1)).toBe('A-100')
    expect(patternOf('none')).toBeNull()
  })

  it('says which codes others have already', () => {
    const plan = floor()
    const wanted = numbered(plan.desks.slice(2, 4), { pattern: '06A-002', by: 'rows', from: 'top_left' })
    expect(taken(plan, wanted)).toEqual(['06A-002'])
  })

  it('goes on behind the highest number of the area, or begins with the area’s code', () => {
    expect(freeCodes(floor(), '06A', 2)).toEqual(['06A-005', '06A-006'])
    expect(freeCodes({ ...floor(), desks: [] }, '06C', 1)).toEqual(['06C-001'])
  })
})

describe('areas', () => {
  it('drawn over desks of none take them; shrunk they let nobody go who lies nowhere else', () => {
    const homeless = { ...floor(), desks: floor().desks.map((one) => ({ ...one, area: '' })), areas: [] }
    const { plan, id } = addArea(homeless, { x: 0, y: 0, width: 3, height: 10 }, '06X')
    expect(plan.desks.map((one) => one.area)).toEqual(['06X', '06X', '06X', '06X', ''])
    const small = reshapeArea(plan, id, (box) => ({ ...box, width: 1 }))
    expect(small.desks[0]?.area).toBe('06X')
  })

  it('renamed are followed by their desks and by those that overflow to them', () => {
    const plan = recodeArea(floor(), 1, '06Z')
    expect([plan.desks[0]?.area, plan.areas[1]?.overflow]).toEqual(['06Z', ['06Z']])
  })

  it('taken away leave desks without area and no overflow to nowhere', () => {
    const plan = removeArea(floor(), 1)
    expect([plan.desks[0]?.area, plan.areas[0]?.overflow]).toEqual(['', []])
  })

  it('keep a least size however far a handle is dragged', () => {
    const box = { x: 2, y: 2, width: 4, height: 4 }
    expect(resized(box, { x: -1, y: 0 }, 9, 9)).toEqual({ x: 5.5, y: 2, width: 0.5, height: 4 })
    expect(resized(box, { x: 1, y: 1 }, 1, -9)).toEqual({ x: 2, y: 2, width: 5, height: 0.5 })
  })

  it('have their homes as a table of weekdays and back', () => {
    const homes = [
      { department: 'D1', weekday: 2 },
      { department: 'D2', weekday: null },
      { department: 'D1', weekday: 0 },
    ]
    expect(homeDays(homes)).toEqual([
      { department: 'D1', always: false, weekdays: [0, 2] },
      { department: 'D2', always: true, weekdays: [] },
    ])
    expect(homesOf(homeDays(homes))).toHaveLength(3)
  })
})

describe('undo', () => {
  const step = (at: number, key: string | null = null) => ({ name: 'move' as const, key, at })

  it('goes back and forth through any number of steps', () => {
    const plans = [floor(), moveDesks(floor(), only(1), 1, 0), removeDesks(floor(), only(1))] as const
    let history = done(done(begun(plans[0]), step(0), plans[1]), step(5_000), plans[2])
    history = undone(undone(history))
    expect(history.present).toBe(plans[0])
    expect(undone(history)).toBe(history)
    history = redone(redone(history))
    expect(history.present).toBe(plans[2])
    expect(history.past.map(({ name }) => name)).toEqual(['move', 'move'])
  })

  it('takes a key held down for one step, but not after a pause or after undoing', () => {
    const one = moveDesks(floor(), only(1), 0.1, 0)
    const two = moveDesks(one, only(1), 0.1, 0)
    const held = done(done(begun(floor()), step(0, 'k'), one), step(500, 'k'), two)
    expect(held.past).toHaveLength(1)
    expect(done(held, step(9_000, 'k'), one).past).toHaveLength(2)
    expect(done(redone(undone(held)), step(600, 'k'), one).past).toHaveLength(2)
  })

  it('forgets what was undone when something else is done, and a command without effect is none', () => {
    const start = begun(floor())
    const history = undone(done(start, step(0), moveDesks(floor(), only(1), 1, 0)))
    expect(done(history, step(1), history.present)).toBe(history)
    expect(done(history, step(1), floor()).future).toEqual([])
  })
})

describe('snapping', () => {
  it('ends at a neighbour’s line in reach, else on the grid', () => {
    const plan = floor()
    const lines = linesOf(plan.desks.slice(1), [])
    const box = { x: 1, y: 1, width: 0.7, height: 1.2 }
    expect(snapped(box, 0.97, 7.03, lines, 0.1)).toMatchObject({ dx: 1, guideX: 2, guideY: null })
    expect(snapped(box, 0.97, 7.03, lines, 0.1).dy).toBeCloseTo(7)
  })

  it('finds the nearest of many', () => {
    expect(nearest(Float64Array.from([1, 4, 9]), 6)).toBe(4)
    expect(nearest(new Float64Array(), 6)).toBeNull()
  })
})

const pressed = (key: string, held: 'shift' | 'ctrl' | 'alt' | '' = '') => ({
  key,
  shiftKey: held === 'shift',
  ctrlKey: held === 'ctrl',
  altKey: held === 'alt',
  metaKey: false,
})

test.each([
  ['ArrowLeft', '', true, { kind: 'move', dx: -0.1, dy: 0 }],
  ['ArrowDown', 'shift', true, { kind: 'move', dx: 0, dy: 1 }],
  ['ArrowDown', '', false, { kind: 'walk', direction: 'down' }],
  ['ArrowRight', 'alt', true, { kind: 'resize', dx: 0.1, dy: 0 }],
  ['R', 'shift', true, { kind: 'turn', by: -15 }],
  ['z', 'ctrl', true, { kind: 'undo' }],
  ['y', 'ctrl', false, { kind: 'redo' }],
  ['a', 'ctrl', false, { kind: 'all' }],
  ['x', '', true, null],
] as const)('the key %s %s while holding: %s', (key, held, holding, wish) => {
  expect(keyWish(pressed(key, held), holding)).toEqual(wish)
})

test('the content sent is the content read', () => {
  expect(editedPlan(contentOf(floor()))).toEqual(floor())
})
