import { type PointerEvent, type RefObject, useEffect, useRef } from 'react'
import type { Point } from './geometry'
import type { FloorView } from './useView'

/** Pixels a pressed pointer may tremble before the press becomes a drag. */
const TREMBLE = 5

/**
 * Wheel and pinch zoom about the pointer, drag pans. Every one of them has a button or a key beside it.
 * `dragged()` says whether the press that just ended was a drag, so that its click chooses nothing.
 */
export function useGestures(surface: RefObject<SVGSVGElement | null>, view: FloorView) {
  const pointers = useRef(new Map<number, Point>())
  const start = useRef<Point | null>(null)
  const moved = useRef(false)
  const latest = useRef(view)

  // The wheel listener below outlives renders; it must zoom from what is shown now.
  useEffect(() => {
    latest.current = view
  })

  // React registers wheel listeners as passive, and a passive one cannot keep the page from scrolling.
  useEffect(() => {
    const element = surface.current
    if (!element) return
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const lines = event.deltaMode === 1 ? 16 : 1
      const strength = event.ctrlKey ? 0.01 : 0.0018
      latest.current.zoomAbout(pixelIn(element, event), Math.exp(-event.deltaY * lines * strength))
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => {
      element.removeEventListener('wheel', onWheel)
    }
  }, [surface])

  const handlers = {
    onPointerDown: (event: PointerEvent<SVGSVGElement>) => {
      if (event.pointerType === 'mouse' && event.button !== 0) return
      pointers.current.set(event.pointerId, pixelIn(event.currentTarget, event))
      if (pointers.current.size === 1) {
        start.current = pixelIn(event.currentTarget, event)
        moved.current = false
      }
    },
    onPointerMove: (event: PointerEvent<SVGSVGElement>) => {
      const before = pointers.current.get(event.pointerId)
      if (!before) return
      const now = pixelIn(event.currentTarget, event)
      const [first, second] = [...pointers.current.keys()]
      if (first !== undefined && second !== undefined) {
        const was = [pointers.current.get(first), pointers.current.get(second)] as [Point, Point]
        pointers.current.set(event.pointerId, now)
        const is = [pointers.current.get(first), pointers.current.get(second)] as [Point, Point]
        moved.current = true
        view.pinch(was, is)
        return
      }
      if (!moved.current) {
        const from = start.current ?? before
        if (Math.hypot(now.x - from.x, now.y - from.y) < TREMBLE) return
        moved.current = true
        event.currentTarget.setPointerCapture(event.pointerId)
      }
      pointers.current.set(event.pointerId, now)
      view.panBy({ x: now.x - before.x, y: now.y - before.y })
    },
    onPointerUp: (event: PointerEvent<SVGSVGElement>) => {
      pointers.current.delete(event.pointerId)
    },
    onPointerCancel: (event: PointerEvent<SVGSVGElement>) => {
      pointers.current.delete(event.pointerId)
    },
    onPointerLeave: (event: PointerEvent<SVGSVGElement>) => {
      if (!event.currentTarget.hasPointerCapture(event.pointerId)) {
        pointers.current.delete(event.pointerId)
      }
    },
  }
  return { handlers, dragged: () => moved.current }
}

/** Where an event happened, in pixels from the drawing's upper left corner. */
export function pixelIn(element: Element, event: { clientX: number; clientY: number }): Point {
  const box = element.getBoundingClientRect()
  return { x: event.clientX - box.left, y: event.clientY - box.top }
}
