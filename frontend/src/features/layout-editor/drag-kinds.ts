import { type Box, middle, type Point } from '#/ui/plan/geometry'
import { HANDLES, type Handle, resized } from './area-commands'
import type { DragMarks } from './DragLayer'
import type { EditedArea, EditedDesk, EditedPlan } from './plan'
import { bearing, boxAround, boxBetween, isWithin, outlinesPath } from './shapes'
import { type Lines, linesOf, snapped } from './snapping'

/** What a drag comes to when it is let go. */
export type Dragged =
  | { kind: 'desks'; dx: number; dy: number }
  | { kind: 'turn'; by: number }
  | { kind: 'choose'; ids: ReadonlySet<number> }
  | { kind: 'draw'; box: Box }
  | { kind: 'area'; id: number; box: Box }

/** A drag under way: `show` writes where it stands into the marks, `end` says what it came to. Points in metres. */
export interface Drag {
  show: (to: Point, free: boolean) => void
  end: (to: Point, free: boolean) => Dragged
}

/** Degrees that turning by hand falls on. */
const TURN_GRID = 15

/** Take the chosen desks along; `reach` is how near, in metres, a neighbour's line draws them. */
export function deskDrag(
  plan: EditedPlan,
  ids: ReadonlySet<number>,
  from: Point,
  marks: DragMarks,
  reach: number,
): Drag {
  const chosen = plan.desks.filter((desk) => ids.has(desk.id))
  const box = boxAround(chosen) ?? { x: 0, y: 0, width: 0, height: 0 }
  const lines = linesOf(
    plan.desks.filter((desk) => !ids.has(desk.id)),
    plan.areas,
  )
  marks.ghostPath?.setAttribute('d', outlinesPath(chosen))
  const at = (to: Point, free: boolean) =>
    free
      ? { dx: to.x - from.x, dy: to.y - from.y, guideX: null, guideY: null }
      : snapped(box, to.x - from.x, to.y - from.y, lines, reach)
  return {
    show: (to, free) => {
      const { dx, dy, guideX, guideY } = at(to, free)
      marks.ghost?.setAttribute('transform', `translate(${dx} ${dy})`)
      showGuides(marks, plan, guideX, guideY)
    },
    end: (to, free) => {
      const { dx, dy } = at(to, free)
      return { kind: 'desks', dx, dy }
    },
  }
}

/** Turn the chosen desks about the middle of them all. */
export function turnDrag(chosen: readonly EditedDesk[], from: Point, marks: DragMarks): Drag {
  const pivot = middle(boxAround(chosen) ?? { x: 0, y: 0, width: 0, height: 0 })
  const start = bearing(pivot, from)
  const only = chosen.length === 1 ? chosen[0] : undefined
  marks.ghostPath?.setAttribute('d', outlinesPath(chosen))
  const by = (to: Point, free: boolean) => {
    const turn = bearing(pivot, to) - start
    if (free) return Math.round(turn)
    const already = only?.rotation ?? 0
    return Math.round((already + turn) / TURN_GRID) * TURN_GRID - already
  }
  return {
    show: (to, free) => {
      marks.ghost?.setAttribute('transform', `rotate(${by(to, free)} ${pivot.x} ${pivot.y})`)
    },
    end: (to, free) => ({ kind: 'turn', by: by(to, free) }),
  }
}

/** Draw a band; the desks whose middles lie in it are chosen, besides those of `already`. */
export function bandDrag(
  plan: EditedPlan,
  already: ReadonlySet<number>,
  from: Point,
  marks: DragMarks,
): Drag {
  return {
    show: (to) => showBand(marks, boxBetween(from, to)),
    end: (to) => {
      const box = boxBetween(from, to)
      const within = plan.desks.filter((desk) => isWithin(box, desk)).map((desk) => desk.id)
      return { kind: 'choose', ids: new Set([...already, ...within]) }
    },
  }
}

/** Draw a new area from corner to corner. */
export function drawDrag(plan: EditedPlan, from: Point, marks: DragMarks, reach: number): Drag {
  const lines = linesOf([], plan.areas)
  const corner = pointSnapped(from, lines, reach)
  const box = (to: Point, free: boolean) => boxBetween(corner, free ? to : pointSnapped(to, lines, reach))
  return {
    show: (to, free) => showBand(marks, box(to, free)),
    end: (to, free) => ({ kind: 'draw', box: box(to, free) }),
  }
}

/** Take an area along (`handle` null) or one of its sides or corners. */
export function areaDrag(
  plan: EditedPlan,
  area: EditedArea,
  handle: number | null,
  from: Point,
  marks: DragMarks,
  reach: number,
): Drag {
  const lines = linesOf(
    [],
    plan.areas.filter((other) => other.id !== area.id),
  )
  const which = handle === null ? null : (HANDLES[handle] ?? null)
  const box = (to: Point, free: boolean) => areaBox(area, which, from, to, free ? null : { lines, reach })
  return {
    show: (to, free) => showBand(marks, box(to, free)),
    end: (to, free) => ({ kind: 'area', id: area.id, box: box(to, free) }),
  }
}

function areaBox(
  area: Box,
  handle: Handle | null,
  from: Point,
  to: Point,
  snap: { lines: Lines; reach: number } | null,
): Box {
  const dx = to.x - from.x
  const dy = to.y - from.y
  if (!handle) {
    const by = snap ? snapped(area, dx, dy, snap.lines, snap.reach) : { dx, dy }
    return { x: area.x + by.dx, y: area.y + by.dy, width: area.width, height: area.height }
  }
  const corner = {
    x: handle.x < 0 ? area.x : area.x + area.width,
    y: handle.y < 0 ? area.y : area.y + area.height,
    width: 0,
    height: 0,
  }
  const by = snap ? snapped(corner, dx, dy, snap.lines, snap.reach) : { dx, dy }
  return resized(area, handle, by.dx, by.dy)
}

function pointSnapped(point: Point, lines: Lines, reach: number): Point {
  const { dx, dy } = snapped({ x: 0, y: 0, width: 0, height: 0 }, point.x, point.y, lines, reach)
  return { x: dx, y: dy }
}

function showGuides(marks: DragMarks, plan: EditedPlan, x: number | null, y: number | null): void {
  place(marks.guideX, x === null ? null : { x1: x, x2: x, y1: 0, y2: plan.height })
  place(marks.guideY, y === null ? null : { x1: 0, x2: plan.width, y1: y, y2: y })
}

function showBand(marks: DragMarks, box: Box): void {
  place(marks.band, { x: box.x, y: box.y, width: box.width, height: box.height })
}

/** Nothing is shown any more. */
export function clearMarks(marks: DragMarks): void {
  marks.ghostPath?.removeAttribute('d')
  marks.ghost?.removeAttribute('transform')
  for (const mark of [marks.guideX, marks.guideY, marks.band]) place(mark, null)
}

function place(mark: SVGElement | null, to: Record<string, number> | null): void {
  if (!mark) return
  mark.style.display = to ? 'inline' : 'none'
  if (to) for (const [name, value] of Object.entries(to)) mark.setAttribute(name, String(value))
}
