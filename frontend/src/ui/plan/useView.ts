import { useEffect, useRef, useState } from 'react'
import type { Box, Point, Size } from './geometry'
import {
  closeUp,
  contained,
  fittedFloor,
  pannedBy,
  pinched,
  revealed,
  type View,
  zoomedAbout,
  zoomOf,
} from './view'

interface Seen {
  view: View
  /** The whole floor is shown and follows the window's size. */
  fits: boolean
}

export interface FloorView {
  view: View
  window: Size
  zoom: number
  /** The whole floor is shown. */
  fits: boolean
  fit: () => void
  zoomAbout: (pixel: Point, factor: number) => void
  /** Zoom about a point of the floor while it is in sight, else about the middle of the window. */
  zoomTowards: (point: Point | null, factor: number) => void
  panBy: (by: Point) => void
  pinch: (before: readonly [Point, Point], after: readonly [Point, Point]) => void
  /** Bring `box` into sight with the least move; the lowest `covered` pixels of the window do not count. */
  reveal: (box: Box, covered?: number) => void
  show: (box: Box, scale: number) => void
}

interface Opening {
  box: Box
  /** Pixels to the metre. */
  scale: number
}

/**
 * What of a floor is shown in the element `frame` refers to, and the ways to change it.
 * `opening` is shown first instead of the whole floor; `key` says when to begin anew (another floor).
 */
export function useView(floor: Size, key: number, opening: Opening | null) {
  const frame = useRef<HTMLDivElement>(null)
  const [window, setWindow] = useState<Size | null>(null)
  const [seen, setSeen] = useState<{ key: number; seen: Seen } | null>(null)

  // The browser tells the size of the frame: window, panel and text zoom all change it.
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const observer = new ResizeObserver(() => {
      setWindow({ width: element.clientWidth, height: element.clientHeight })
    })
    observer.observe(element)
    return () => {
      observer.disconnect()
    }
  }, [])

  const size = window && window.width > 0 && window.height > 0 ? window : { width: 680, height: 310 }
  const current =
    seen && seen.key === key ? seen.seen : { view: opened(floor, size, opening), fits: !opening }
  const view = current.fits ? fittedFloor(floor, size) : contained(current.view, floor, size)

  const change = (next: (view: View) => View, fits = false) => {
    setSeen((before) => {
      const known = before && before.key === key ? before.seen : null
      if (!known) return { key, seen: { view: next(opened(floor, size, opening)), fits } }
      const from = known.fits ? fittedFloor(floor, size) : contained(known.view, floor, size)
      return { key, seen: { view: next(from), fits } }
    })
  }

  const controls: FloorView = {
    view,
    window: size,
    zoom: zoomOf(view, floor, size),
    fits: current.fits,
    fit: () => {
      change(() => fittedFloor(floor, size), true)
    },
    zoomAbout: (pixel, factor) => {
      change((from) => zoomedAbout(from, pixel, factor, floor, size))
    },
    zoomTowards: (point, factor) => {
      const pixel = point && { x: view.x + point.x * view.scale, y: view.y + point.y * view.scale }
      const inSight = pixel && pixel.x > 0 && pixel.y > 0 && pixel.x < size.width && pixel.y < size.height
      const about = inSight ? pixel : { x: size.width / 2, y: size.height / 2 }
      change((from) => {
        const zoomed = zoomedAbout(from, about, factor, floor, size)
        return point && inSight ? revealed(zoomed, { ...point, width: 0, height: 0 }, size, 48) : zoomed
      })
    },
    panBy: (by) => {
      change((from) => pannedBy(from, by, floor, size))
    },
    pinch: (before, after) => {
      change((from) => pinched(from, before, after, floor, size))
    },
    reveal: (box, covered = 0) => {
      const moved = revealed(view, box, { width: size.width, height: size.height - covered })
      if (moved.x !== view.x || moved.y !== view.y) change(() => contained(moved, floor, size))
    },
    show: (box, scale) => {
      change(() => closeUp(box, scale / fittedFloor(floor, size).scale, floor, size))
    },
  }
  return { frame, measured: window !== null, controls }
}

function opened(floor: Size, window: Size, opening: Opening | null): View {
  const fit = fittedFloor(floor, window)
  return opening ? closeUp(opening.box, opening.scale / fit.scale, floor, window) : fit
}
