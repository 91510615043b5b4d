import { type PointerEvent, type RefObject, useRef } from 'react'
import type { Point } from '#/ui/plan/geometry'
import { useGestures } from '#/ui/plan/useGestures'
import type { FloorView } from '#/ui/plan/useView'
import { floorPoint } from '#/ui/plan/view'
import { marksOf } from './DragLayer'
import {
  areaDrag,
  bandDrag,
  clearMarks,
  type Drag,
  type Dragged,
  deskDrag,
  drawDrag,
  turnDrag,
} from './drag-kinds'
import type { Selection } from './editing'
import type { EditedPlan } from './plan'
import type { Tool } from './tools'

/** Pixels a pressed pointer may tremble before the press becomes a drag. */
const TREMBLE = 4
/** Pixels within which a line draws what is dragged. */
const SNAP_PIXELS = 7
const MOST_SNAP_METRES = 0.4

interface Held {
  drag: Drag | null
  start: () => Drag
  /** Where the drawing's corner is in the window; read once, as reading it costs a layout. */
  corner: Point
  down: Point
  last: Point
  free: boolean
  frame: number
  pointer: number
}

interface EditorDragProps {
  surface: RefObject<SVGSVGElement | null>
  layer: RefObject<SVGGElement | null>
  view: FloorView
  plan: EditedPlan
  selection: Selection
  tool: Tool
  onSelect: (selection: Selection) => void
  onDragged: (dragged: Dragged) => void
}

/**
 * The pointer on the map: takes along, turns, bands and draws with the mouse; a finger pans and zooms but for desks
 * chosen before. Work is done once a frame and touches only the drag layer; React hears of the end alone.
 */
export function useEditorDrag(props: EditorDragProps) {
  const { surface, layer, view, plan, selection, tool } = props
  const gestures = useGestures(surface, view)
  const held = useRef<Held | null>(null)
  const moved = useRef(false)
  /** Whether the press was ours or a pan. */
  const ours = useRef(false)

  const pointOf = (holding: Held): Point =>
    floorPoint(view.view, { x: holding.last.x - holding.corner.x, y: holding.last.y - holding.corner.y })

  const begins = (event: PointerEvent<SVGSVGElement>): (() => Drag) | null => {
    const target = event.target instanceof Element ? event.target : null
    const marks = marksOf(layer.current)
    const reach = Math.min(MOST_SNAP_METRES, SNAP_PIXELS / view.view.scale)
    const box = event.currentTarget.getBoundingClientRect()
    const from = floorPoint(view.view, { x: event.clientX - box.left, y: event.clientY - box.top })
    const touch = event.pointerType !== 'mouse'
    if (tool === 'pan' || (!touch && event.button !== 0)) return null
    if (tool === 'draw') return () => drawDrag(plan, from, marks, reach)
    if (tool === 'desk') return null
    const area = plan.areas.find((one) => one.id === selection.area)
    const handle = target?.closest('[data-handle]')
    if (area && handle) {
      const which = Number(handle.getAttribute('data-handle'))
      return () => areaDrag(plan, area, which, from, marks, reach)
    }
    if (area && target?.closest('[data-grip]')) return () => areaDrag(plan, area, null, from, marks, reach)
    const chosen = plan.desks.filter((desk) => selection.desks.has(desk.id))
    if (target?.closest('[data-turn]')) return () => turnDrag(chosen, from, marks)
    const desk = Number(target?.closest('[data-desk]')?.getAttribute('data-desk') ?? 0)
    if (desk > 0) {
      const already = selection.desks.has(desk)
      if (touch && !already) return null
      const ids = already ? selection.desks : new Set(event.shiftKey ? [...selection.desks, desk] : [desk])
      return () => {
        if (!already) props.onSelect({ desks: ids, area: null })
        return deskDrag(plan, ids, from, marks, reach)
      }
    }
    if (touch) return null
    return () => bandDrag(plan, event.shiftKey ? selection.desks : new Set(), from, marks)
  }

  const drop = (event: PointerEvent<SVGSVGElement>, keep: boolean) => {
    const holding = held.current
    if (!holding || holding.pointer !== event.pointerId) return false
    held.current = null
    cancelAnimationFrame(holding.frame)
    surface.current?.removeAttribute('data-dragging')
    clearMarks(marksOf(layer.current))
    if (holding.drag && keep) props.onDragged(holding.drag.end(pointOf(holding), holding.free))
    return true
  }

  const show = () => {
    const holding = held.current
    if (!holding?.drag) return
    holding.frame = 0
    holding.drag.show(pointOf(holding), holding.free)
  }

  const handlers = {
    onPointerDown: (event: PointerEvent<SVGSVGElement>) => {
      moved.current = false
      const start = held.current ? null : begins(event)
      ours.current = start !== null
      if (!start) return gestures.handlers.onPointerDown(event)
      const box = event.currentTarget.getBoundingClientRect()
      const at = { x: event.clientX, y: event.clientY }
      held.current = {
        drag: null,
        start,
        corner: { x: box.left, y: box.top },
        down: at,
        last: at,
        free: event.altKey,
        frame: 0,
        pointer: event.pointerId,
      }
    },
    onPointerMove: (event: PointerEvent<SVGSVGElement>) => {
      const holding = held.current
      if (!holding || holding.pointer !== event.pointerId) return gestures.handlers.onPointerMove(event)
      holding.last = { x: event.clientX, y: event.clientY }
      holding.free = event.altKey
      if (!holding.drag) {
        const away = Math.hypot(holding.last.x - holding.down.x, holding.last.y - holding.down.y)
        if (away < TREMBLE) return
        moved.current = true
        event.currentTarget.setPointerCapture(event.pointerId)
        event.currentTarget.setAttribute('data-dragging', '')
        holding.drag = holding.start()
      }
      if (holding.frame === 0) holding.frame = requestAnimationFrame(show)
    },
    onPointerUp: (event: PointerEvent<SVGSVGElement>) => {
      if (!drop(event, true)) gestures.handlers.onPointerUp(event)
    },
    onPointerCancel: (event: PointerEvent<SVGSVGElement>) => {
      if (!drop(event, false)) gestures.handlers.onPointerCancel(event)
    },
    onPointerLeave: gestures.handlers.onPointerLeave,
  }
  return { handlers, dragged: () => (ours.current ? moved.current : gestures.dragged()) }
}
