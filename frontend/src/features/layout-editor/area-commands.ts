import type { Box } from '#/ui/plan/geometry'
import { belonging } from './belonging'
import { type EditedArea, type EditedPlan, type Home, metres, nextId } from './plan'

/** The smallest area that can be drawn, in metres. */
export const LEAST_SIDE = 0.5

/** A new area over a box; the desks that lie in it and were given to no other are its own. */
export function addArea(plan: EditedPlan, box: Box, code: string): { plan: EditedPlan; id: number } {
  const id = nextId(plan.areas)
  const area: EditedArea = { id, code, name: '', ...rounded(box), overflow: [], homes: [] }
  return { plan: belonging(plan, { ...plan, areas: [...plan.areas, area] }), id }
}

export function moveArea(plan: EditedPlan, id: number, dx: number, dy: number): EditedPlan {
  return reshapeArea(plan, id, (area) => ({ ...area, x: area.x + dx, y: area.y + dy }))
}

/** Give the area another box; desks change to the area they lie in. */
export function reshapeArea(plan: EditedPlan, id: number, reshape: (area: Box) => Box): EditedPlan {
  const next = withArea(plan, id, (area) => ({ ...area, ...rounded(reshape(area)) }))
  return belonging(plan, next)
}

/** Another code: the area's desks and whoever overflows to it follow. */
export function recodeArea(plan: EditedPlan, id: number, code: string): EditedPlan {
  const before = plan.areas.find((area) => area.id === id)?.code
  if (before === undefined || before === code) return plan
  const alone = before !== '' && plan.areas.filter((area) => area.code === before).length === 1
  const follow = (name: string) => (alone && name === before ? code : name)
  return {
    ...plan,
    areas: plan.areas.map((area) => ({
      ...area,
      code: area.id === id ? code : area.code,
      overflow: area.overflow.map(follow),
    })),
    desks: plan.desks.map((desk) => (alone && desk.area === before ? { ...desk, area: code } : desk)),
  }
}

export function renameArea(plan: EditedPlan, id: number, name: string): EditedPlan {
  return withArea(plan, id, (area) => ({ ...area, name }))
}

/** Take an area away: its desks go to the area they lie in, if any, and nobody overflows to it. */
export function removeArea(plan: EditedPlan, id: number): EditedPlan {
  const gone = plan.areas.find((area) => area.id === id)
  if (!gone) return plan
  const areas = plan.areas
    .filter((area) => area.id !== id)
    .map((area) => ({ ...area, overflow: area.overflow.filter((code) => code !== gone.code) }))
  const homeless = {
    ...plan,
    desks: plan.desks.map((desk) => (desk.area === gone.code ? { ...desk, area: '' } : desk)),
  }
  return belonging(homeless, { ...homeless, areas })
}

/** Where people of this area sit when it is full, in this order. */
export function setOverflow(plan: EditedPlan, id: number, overflow: readonly string[]): EditedPlan {
  return withArea(plan, id, (area) => ({ ...area, overflow: [...overflow] }))
}

/** The weekdays on which a department is at home in an area: `always`, or some of 0 (Monday) to 6. */
export interface HomeDays {
  department: string
  always: boolean
  weekdays: readonly number[]
}

/** An area's homes, a line for each department in the order of their first mention. */
export function homeDays(homes: readonly Home[]): HomeDays[] {
  return [...new Set(homes.map((home) => home.department))].map((department) => {
    const own = homes.filter((home) => home.department === department)
    return {
      department,
      always: own.some((home) => home.weekday === null),
      weekdays: own.flatMap((home) => (home.weekday === null ? [] : [home.weekday])).sort(),
    }
  })
}

export function homesOf(days: readonly HomeDays[]): Home[] {
  return days.flatMap(({ department, always, weekdays }): Home[] =>
    always ? [{ department, weekday: null }] : weekdays.map((weekday) => ({ department, weekday })),
  )
}

export function setHomes(plan: EditedPlan, id: number, days: readonly HomeDays[]): EditedPlan {
  return withArea(plan, id, (area) => ({ ...area, homes: homesOf(days) }))
}

/** A handle of an area: which of its sides it takes along. */
export interface Handle {
  x: -1 | 0 | 1
  y: -1 | 0 | 1
}
export const HANDLES: readonly Handle[] = [
  { x: -1, y: -1 },
  { x: 0, y: -1 },
  { x: 1, y: -1 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
  { x: -1, y: 1 },
  { x: -1, y: 0 },
]

/** The box after a handle was taken along by `dx`, `dy`; never smaller than LEAST_SIDE. */
export function resized(box: Box, handle: Handle, dx: number, dy: number): Box {
  const [x, width] = side(box.x, box.width, handle.x, dx)
  const [y, height] = side(box.y, box.height, handle.y, dy)
  return { x, y, width, height }
}

function side(start: number, length: number, which: -1 | 0 | 1, by: number): [number, number] {
  if (which === 0) return [start, length]
  if (which === 1) return [start, Math.max(LEAST_SIDE, length + by)]
  const moved = Math.min(by, length - LEAST_SIDE)
  return [start + moved, length - moved]
}

function withArea(plan: EditedPlan, id: number, change: (area: EditedArea) => EditedArea): EditedPlan {
  return { ...plan, areas: plan.areas.map((area) => (area.id === id ? change(area) : area)) }
}

function rounded({ x, y, width, height }: Box): Box {
  return { x: metres(x), y: metres(y), width: metres(width), height: metres(height) }
}
