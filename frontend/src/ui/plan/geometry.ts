/** Points and boxes of a floor, in metres from its upper left corner unless a name says pixels. */

export interface Point {
  x: number
  y: number
}

export interface Size {
  width: number
  height: number
}

export interface Box extends Point, Size {}

/** A thing on the floor: where it stands and by how many degrees it is turned about its middle. */
export interface Placed extends Box {
  id: number
  rotation: number
}

export function middle(box: Box): Point {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** The upright box that holds `placed` after its rotation. */
export function outline(placed: Box & { rotation: number }): Box {
  const turn = (placed.rotation * Math.PI) / 180
  const cos = Math.abs(Math.cos(turn))
  const sin = Math.abs(Math.sin(turn))
  const width = placed.width * cos + placed.height * sin
  const height = placed.width * sin + placed.height * cos
  const centre = middle(placed)
  return { x: centre.x - width / 2, y: centre.y - height / 2, width, height }
}

/** Puts a drawing made at the origin where the thing stands, turned about its middle. */
export function placing(placed: Placed): string {
  const move = `translate(${placed.x} ${placed.y})`
  if (placed.rotation % 360 === 0) return move
  return `${move} rotate(${placed.rotation} ${placed.width / 2} ${placed.height / 2})`
}

/** How far `point` lies outside `box`; 0 inside it. */
export function distanceTo(box: Box, point: Point): number {
  const dx = Math.max(box.x - point.x, 0, point.x - (box.x + box.width))
  const dy = Math.max(box.y - point.y, 0, point.y - (box.y + box.height))
  return Math.hypot(dx, dy)
}

/**
 * The desk a press at `point` means: the one under it, else the nearest within `reach` metres.
 * Desks are drawn smaller than a finger, so the press is generous and the drawing stays true.
 */
export function deskAt<Desk extends Placed>(
  desks: readonly Desk[],
  point: Point,
  reach: number,
): Desk | null {
  let found: Desk | null = null
  let nearest = Infinity
  for (const desk of desks) {
    const box = outline(desk)
    const distance = distanceTo(box, point)
    if (distance > reach) continue
    const centre = middle(box)
    const score = distance * 1000 + Math.hypot(centre.x - point.x, centre.y - point.y)
    if (score < nearest) {
      nearest = score
      found = desk
    }
  }
  return found
}

/** The desk of `desks` whose middle is nearest to `from`; `from` itself never. */
export function nearestDesk<Desk extends Placed>(
  desks: readonly Desk[],
  from: Box & { id?: number },
): Desk | null {
  const start = middle(from)
  let found: Desk | null = null
  let nearest = Infinity
  for (const desk of desks) {
    if (desk.id === from.id) continue
    const centre = middle(desk)
    const distance = Math.hypot(centre.x - start.x, centre.y - start.y)
    if (distance < nearest) {
      nearest = distance
      found = desk
    }
  }
  return found
}
