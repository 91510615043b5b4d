import { type Box, middle, outline, type Point } from '#/ui/plan/geometry'
import type { EditedDesk } from './plan'

/** The upright box around all of them; null for none. */
export function boxAround(desks: readonly EditedDesk[]): Box | null {
  if (desks.length === 0) return null
  let left = Infinity
  let top = Infinity
  let right = -Infinity
  let bottom = -Infinity
  for (const desk of desks) {
    const box = outline(desk)
    left = Math.min(left, box.x)
    top = Math.min(top, box.y)
    right = Math.max(right, box.x + box.width)
    bottom = Math.max(bottom, box.y + box.height)
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** The box that two opposite corners span, whichever way it was drawn. */
export function boxBetween(one: Point, other: Point): Box {
  return {
    x: Math.min(one.x, other.x),
    y: Math.min(one.y, other.y),
    width: Math.abs(one.x - other.x),
    height: Math.abs(one.y - other.y),
  }
}

/** Whether the middle of the desk lies in the box. */
export function isWithin(box: Box, desk: EditedDesk): boolean {
  const { x, y } = middle(desk)
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height
}

/** The desk's four corners after its rotation. */
export function corners(desk: Box & { rotation: number }): [Point, Point, Point, Point] {
  const centre = middle(desk)
  const at = (x: number, y: number) => turned({ x, y }, centre, desk.rotation)
  const right = desk.x + desk.width
  const bottom = desk.y + desk.height
  return [at(desk.x, desk.y), at(right, desk.y), at(right, bottom), at(desk.x, bottom)]
}

/** `point` turned about `centre` by degrees, clockwise as on the screen. */
export function turned(point: Point, centre: Point, by: number): Point {
  if (by === 0) return point
  const angle = (by * Math.PI) / 180
  const dx = point.x - centre.x
  const dy = point.y - centre.y
  return {
    x: centre.x + dx * Math.cos(angle) - dy * Math.sin(angle),
    y: centre.y + dx * Math.sin(angle) + dy * Math.cos(angle),
  }
}

/** The edges of all desks as one SVG path, in metres. */
export function outlinesPath(desks: readonly EditedDesk[]): string {
  return desks
    .map((desk) => {
      const [a, b, c, d] = corners(desk)
      return `M${a.x} ${a.y}L${b.x} ${b.y}L${c.x} ${c.y}L${d.x} ${d.y}Z`
    })
    .join('')
}

/** Degrees of the line from `centre` to `point`, 0 upwards, clockwise. */
export function bearing(centre: Point, point: Point): number {
  return (Math.atan2(point.x - centre.x, centre.y - point.y) * 180) / Math.PI
}
