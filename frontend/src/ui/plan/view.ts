import type { Box, Point, Size } from './geometry'

/** What of the floor the window shows: `scale` in pixels to the metre, `x`, `y` the floor's corner in window pixels. */
export interface View extends Point {
  scale: number
}

/** Zoom as a share of the fitted floor: 1 shows all of it. */
export const SMALLEST_ZOOM = 0.4
/** Pixels to the metre at most: a desk is then as wide as a thumb. */
export const LARGEST_SCALE = 72
export const STEP = 1.5
/** Below this zoom areas lose their labels. */
export const LABELS_FROM_ZOOM = 0.5
/** Pixels to the metre from which a desk is wide enough for its holder's name. */
export const NAMES_FROM_SCALE = 22
/** Floor kept in sight when it is dragged away, in pixels. */
const KEPT_IN_SIGHT = 64

/** The view that shows the whole `box` in the middle of the window, `margin` pixels from its edge. */
export function fitted(box: Box, window: Size, margin = 8): View {
  const scale = Math.max(
    0.1,
    Math.min((window.width - 2 * margin) / box.width, (window.height - 2 * margin) / box.height),
  )
  return {
    scale,
    x: window.width / 2 - (box.x + box.width / 2) * scale,
    y: window.height / 2 - (box.y + box.height / 2) * scale,
  }
}

export function fittedFloor(floor: Size, window: Size): View {
  return fitted({ x: 0, y: 0, ...floor }, window)
}

/** How much larger than the fitted floor the view is. */
export function zoomOf(view: View, floor: Size, window: Size): number {
  return view.scale / fittedFloor(floor, window).scale
}

/** The floor's point under a pixel of the window. */
export function floorPoint(view: View, pixel: Point): Point {
  return { x: (pixel.x - view.x) / view.scale, y: (pixel.y - view.y) / view.scale }
}

/** What of the floor the window shows, in metres. */
export function shownBox(view: View, window: Size): Box {
  const corner = floorPoint(view, { x: 0, y: 0 })
  return { ...corner, width: window.width / view.scale, height: window.height / view.scale }
}

/** Keep some floor in the window and the zoom within its limits. */
export function contained(view: View, floor: Size, window: Size): View {
  const scale = allowedScale(view.scale, floor, window)
  const width = floor.width * scale
  const height = floor.height * scale
  return {
    scale,
    x: clamp(view.x, KEPT_IN_SIGHT - width, window.width - KEPT_IN_SIGHT),
    y: clamp(view.y, KEPT_IN_SIGHT - height, window.height - KEPT_IN_SIGHT),
  }
}

/** Zoom by `factor` so that the floor's point under `pixel` stays under it. */
export function zoomedAbout(view: View, pixel: Point, factor: number, floor: Size, window: Size): View {
  const scale = allowedScale(view.scale * factor, floor, window)
  const held = floorPoint(view, pixel)
  return contained({ scale, x: pixel.x - held.x * scale, y: pixel.y - held.y * scale }, floor, window)
}

export function pannedBy(view: View, by: Point, floor: Size, window: Size): View {
  return contained({ ...view, x: view.x + by.x, y: view.y + by.y }, floor, window)
}

/** Move as little as needed to have `box` and `margin` pixels around it in the window. */
export function revealed(view: View, box: Box, window: Size, margin = 32): View {
  const left = view.x + box.x * view.scale
  const top = view.y + box.y * view.scale
  return {
    scale: view.scale,
    x: view.x + shift(left, left + box.width * view.scale, window.width, margin),
    y: view.y + shift(top, top + box.height * view.scale, window.height, margin),
  }
}

/** The view at `zoom` times the fitted floor with `box` in the middle, where the floor allows. */
export function closeUp(box: Box, zoom: number, floor: Size, window: Size): View {
  const scale = fittedFloor(floor, window).scale * zoom
  return contained(
    {
      scale,
      x: window.width / 2 - (box.x + box.width / 2) * scale,
      y: window.height / 2 - (box.y + box.height / 2) * scale,
    },
    floor,
    window,
  )
}

/** A pinch: two fingers were at `before` and are at `after`, in window pixels. */
export function pinched(
  view: View,
  before: readonly [Point, Point],
  after: readonly [Point, Point],
  floor: Size,
  window: Size,
): View {
  const from = between(before)
  const to = between(after)
  const spread = Math.max(1, Math.hypot(before[0].x - before[1].x, before[0].y - before[1].y))
  const factor = Math.hypot(after[0].x - after[1].x, after[0].y - after[1].y) / spread
  const panned = { ...view, x: view.x + to.x - from.x, y: view.y + to.y - from.y }
  return zoomedAbout(panned, to, factor, floor, window)
}

function between([a, b]: readonly [Point, Point]): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
}

function allowedScale(scale: number, floor: Size, window: Size): number {
  const fit = fittedFloor(floor, window).scale
  return clamp(scale, fit * SMALLEST_ZOOM, Math.max(fit, LARGEST_SCALE))
}

function shift(low: number, high: number, length: number, margin: number): number {
  if (low < margin) return margin - low
  if (high > length - margin) return length - margin - high
  return 0
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, Math.min(low, high)), Math.max(low, high))
}
