import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'
import { deskAt, middle, outline, type Point } from '#/ui/plan/geometry'
import { neighbourOf } from '#/ui/plan/neighbours'
import { pixelIn } from '#/ui/plan/useGestures'
import { useView } from '#/ui/plan/useView'
import { floorPoint, shownBox } from '#/ui/plan/view'
import { ZoomButtons } from '#/ui/plan/ZoomButtons'
import { AreaHandles, AreaNames, AreaShapes } from './AreaShapes'
import { areaAt } from './belonging'
import { DeskShape } from './DeskShape'
import { DragLayer } from './DragLayer'
import type { Dragged } from './drag-kinds'
import { NOTHING, type Selection } from './editing'
import { type KeyWish, keyWish } from './keys'
import type { EditedPlan } from './plan'
import { boxAround } from './shapes'
import type { Tool } from './tools'
import { useEditorDrag } from './useEditorDrag'

/** Pixels around a desk that still mean it. */
const REACH = 8
/** Pixels to the metre from which codes can be read. */
const CODES_FROM_SCALE = 17
const TURN_HANDLE_PIXELS = 26

export interface EditorMapHandle {
  /** Bring what is chosen into sight, and put the keyboard on a desk. */
  showDesk: (id: number, focus: boolean) => void
  showArea: (id: number) => void
  /** The middle of what is seen, in metres. */
  centre: () => Point
}

interface EditorMapProps {
  plan: EditedPlan
  planUrl: string
  floorName: string
  selection: Selection
  tool: Tool
  wrongDesks: ReadonlySet<number>
  wrongAreas: ReadonlySet<number>
  /** Codes that are being tried. */
  tried: ReadonlyMap<number, string>
  onSelect: (selection: Selection) => void
  onDragged: (dragged: Dragged) => void
  onPlaceDesk: (at: Point) => void
  onWish: (wish: KeyWish) => void
  ref?: Ref<EditorMapHandle>
}

/** The floor in work: chosen, dragged and walked through. */
export function EditorMap(props: EditorMapProps) {
  const { plan, selection, tool } = props
  const { t } = useTranslation('places')
  const { frame, controls } = useView(plan, 0, null)
  const surface = useRef<SVGSVGElement>(null)
  const layer = useRef<SVGGElement>(null)
  const [walked, setWalked] = useState<number | null>(null)
  const byId = useMemo(() => new Map(plan.desks.map((desk) => [desk.id, desk])), [plan.desks])
  const chosen = useMemo(
    () => plan.desks.filter((desk) => selection.desks.has(desk.id)),
    [plan.desks, selection.desks],
  )
  const chosenArea = plan.areas.find((area) => area.id === selection.area)
  const { handlers, dragged } = useEditorDrag({
    surface,
    layer,
    view: controls,
    plan,
    selection,
    tool,
    onSelect: props.onSelect,
    onDragged: props.onDragged,
  })
  const tabStop = [walked, chosen[0]?.id].find((id) => id !== null && id !== undefined && byId.has(id))
  const entry = tabStop ?? plan.desks[0]?.id
  const { view } = controls

  const focus = (id: number) => {
    setWalked(id)
    surface.current?.querySelector<SVGGElement>(`[data-desk="${id}"]`)?.focus({ preventScroll: true })
  }
  useImperativeHandle(props.ref, () => ({
    showDesk: (id, focused) => {
      const desk = byId.get(id)
      if (desk) controls.reveal(outline(desk))
      if (focused) focus(id)
    },
    showArea: (id) => {
      const area = plan.areas.find((one) => one.id === id)
      if (area) controls.reveal(area)
    },
    centre: () => middle(shownBox(view, controls.window)),
  }))

  const toggle = (id: number, adding: boolean) => {
    if (!adding) return props.onSelect({ desks: new Set([id]), area: null })
    const desks = new Set(selection.desks)
    if (!desks.delete(id)) desks.add(id)
    props.onSelect({ desks, area: null })
  }

  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>) => {
    const here = byId.get(numberUnder(event.target, 'data-desk') ?? -1)
    const holding = chosenArea !== undefined || (here ? selection.desks.has(here.id) : chosen.length > 0)
    const wish = keyWish(event, holding)
    if (!wish) return
    event.preventDefault()
    event.stopPropagation()
    if (wish.kind === 'walk') {
      const from = here ?? byId.get(entry ?? -1)
      const next = from && neighbourOf(plan.desks, from, wish.direction)
      if (next) {
        controls.reveal(outline(next))
        focus(next.id)
      }
    } else if (wish.kind === 'toggle') {
      if (here) toggle(here.id, wish.adding || selection.desks.has(here.id))
    } else if (wish.kind === 'zoom') {
      controls.zoomTowards(here ? middle(here) : null, wish.factor)
    } else if (wish.kind === 'fit') {
      controls.fit()
    } else {
      props.onWish(wish)
    }
  }

  const onClick = (event: MouseEvent<SVGSVGElement>) => {
    if (dragged() || tool === 'pan' || tool === 'draw') return
    const point = floorPoint(view, pixelIn(event.currentTarget, event))
    if (tool === 'desk') return props.onPlaceDesk(point)
    if (event.target instanceof Element && event.target.closest('.edit-handles')) return
    const desk =
      byId.get(numberUnder(event.target, 'data-desk') ?? -1) ?? deskAt(plan.desks, point, REACH / view.scale)
    if (desk) {
      focus(desk.id)
      return toggle(desk.id, event.shiftKey || event.ctrlKey || event.metaKey)
    }
    if (event.shiftKey) return
    const code = areaAt(plan.areas, point)
    const area = plan.areas.find((one) => one.code === code && code !== '')
    props.onSelect(area ? { desks: new Set(), area: area.id } : NOTHING)
  }

  const around = boxAround(chosen)
  return (
    <div className="edit-frame">
      <div className="edit-zoom">
        <ZoomButtons
          view={controls}
          compact={false}
          onZoom={(factor) => controls.zoomTowards(around && middle(around), factor)}
        />
      </div>
      <div
        className="edit-map"
        ref={frame}
        style={{ '--floor-shape': `${plan.width + 2} / ${plan.height + 2}` } as CSSProperties}
      >
        <svg
          ref={surface}
          className="edit-surface"
          role="application"
          aria-label={t('editor.mapOf', { floor: props.floorName })}
          aria-describedby="editor-keys"
          data-tool={tool}
          data-near={view.scale >= CODES_FROM_SCALE || undefined}
          onKeyDown={onKeyDown}
          onClick={onClick}
          {...handlers}
        >
          <g transform={`translate(${view.x} ${view.y}) scale(${view.scale})`}>
            <rect className="edit-floor" width={plan.width} height={plan.height} />
            <image href={props.planUrl} width={plan.width} height={plan.height} />
            <AreaShapes areas={plan.areas} chosen={selection.area} wrong={props.wrongAreas} />
            {plan.desks.map((desk) => (
              <DeskShape
                key={desk.id}
                desk={desk}
                chosen={selection.desks.has(desk.id)}
                tabbable={desk.id === entry}
                wrong={props.wrongDesks.has(desk.id)}
                tried={props.tried.get(desk.id)}
              />
            ))}
            <DragLayer marks={layer} />
          </g>
          <AreaNames areas={plan.areas} view={view} />
          {around && (
            <g className="edit-turn">
              <rect
                className="edit-around"
                x={view.x + around.x * view.scale - 4}
                y={view.y + around.y * view.scale - 4}
                width={around.width * view.scale + 8}
                height={around.height * view.scale + 8}
                rx={4}
              />
              <g
                data-turn
                transform={`translate(${view.x + (around.x + around.width / 2) * view.scale} ${view.y + around.y * view.scale - TURN_HANDLE_PIXELS})`}
              >
                <path className="edit-turn-stem" d="M0 8v14" />
                <circle r={11} />
                <path className="edit-turn-mark" d="M4.500 2.500A5 5 0 1 1 4.500-2.500M4.800-5v2.800H2" />
              </g>
            </g>
          )}
          {chosenArea && tool === 'select' && <AreaHandles area={chosenArea} view={view} />}
        </svg>
        <p id="editor-keys" className="sr-only">
          {t('editor.keysSpoken')}
        </p>
      </div>
    </div>
  )
}

function numberUnder(target: EventTarget, attribute: string): number | null {
  const element = target instanceof Element ? target.closest(`[${attribute}]`) : null
  return element ? Number(element.getAttribute(attribute)) : null
}
