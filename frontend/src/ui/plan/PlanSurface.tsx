import {
  Fragment,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'
import { ChosenFrame } from './FocusFrame'
import { type Box, deskAt, middle, outline, type Placed, type Size } from './geometry'
import { directionOf, neighbourOf } from './neighbours'
import { pixelIn, useGestures } from './useGestures'
import { type FloorView, useView } from './useView'
import { floorPoint, NAMES_FROM_SCALE, STEP, shownBox } from './view'
import { ZoomButtons } from './ZoomButtons'
import './plan.css'

/** Pixels around a desk that still mean it: a pointer's and a finger's. */
const REACH = 12

/** Pixels at the foot of a phone's map that a panel may lie over. */
const COVERED_BY_PANEL = 170

export interface PlanHandle {
  /** Put the keyboard on a desk, as when its panel was closed. */
  focusDesk: (desk: number) => void
}

export interface DrawnHow {
  /** Large enough for a name. */
  named: boolean
  chosen: boolean
  tabbable: boolean
}

interface PlanSurfaceProps<Desk extends Placed> {
  floor: Size & { id: number; plan_url: string; desks: readonly Desk[] }
  /** What a screen reader says of the drawing. */
  label: string
  chosen: number | null
  /** Where the keyboard enters the map when no desk is chosen. */
  entry: number | null
  /** Shown first instead of the whole floor, at so many pixels to the metre. */
  opening: { box: Box; scale: number } | null
  /** Zoom buttons and locator lie on the map (phone) rather than in its head. */
  compact: boolean
  /** What stands at the head of the map beside the zoom buttons. */
  head?: ReactNode
  /** Under the desks, in metres. */
  ground?: ReactNode
  /** One desk; its outermost element carries `data-desk` with the id and can have the focus. */
  drawDesk: (desk: Desk, how: DrawnHow) => ReactNode
  /** Over the desks, in the window's pixels. */
  over?: (seen: FloorView) => ReactNode
  /** Where on the floor a phone looks. */
  locator?: (shown: Box) => ReactNode
  onChoose: (desk: number) => void
  onEscape: () => void
  ref?: Ref<PlanHandle>
}

/** A floor as a drawing to look at, walk through with the arrow keys and choose from. */
export function PlanSurface<Desk extends Placed>(props: PlanSurfaceProps<Desk>) {
  const { floor, chosen, compact } = props
  const { t } = useTranslation()
  const { frame, controls } = useView(floor, floor.id, props.opening)
  const surface = useRef<SVGSVGElement>(null)
  const { handlers, dragged } = useGestures(surface, controls)
  const [walked, setWalked] = useState<number | null>(null)
  const byId = useMemo(() => new Map(floor.desks.map((desk) => [desk.id, desk])), [floor.desks])
  const chosenDesk = chosen === null ? undefined : byId.get(chosen)
  const tabStop =
    [walked, chosen, props.entry].find((id) => id !== null && byId.has(id)) ?? floor.desks[0]?.id
  const anchor = byId.get(tabStop ?? -1)
  const zoomBy = (factor: number) => controls.zoomTowards(anchor ? middle(outline(anchor)) : null, factor)
  const named = controls.view.scale >= NAMES_FROM_SCALE

  const focusDesk = (desk: Desk) => {
    setWalked(desk.id)
    controls.reveal(outline(desk))
    surface.current?.querySelector<SVGGElement>(`[data-desk="${desk.id}"]`)?.focus({ preventScroll: true })
  }
  useImperativeHandle(props.ref, () => ({
    focusDesk: (id) => {
      const desk = byId.get(id)
      if (desk) focusDesk(desk)
    },
  }))

  // The choice lives in the URL and may come from the list, a link or the back button: bring it into sight.
  // Only a new choice moves the map; dragging it away afterwards is the reader's will.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the view changes at every drag, the choice does not
  useEffect(() => {
    if (chosenDesk) controls.reveal(outline(chosenDesk), compact ? COVERED_BY_PANEL : 0)
  }, [chosenDesk?.id])

  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>) => {
    const here = byId.get(deskUnder(event.target) ?? -1)
    const direction = directionOf(event.key)
    if (direction && here) {
      const next = neighbourOf(floor.desks, here, direction)
      if (next) focusDesk(next)
    } else if ((event.key === 'Enter' || event.key === ' ') && here) {
      props.onChoose(here.id)
    } else if (event.key === 'Escape') {
      props.onEscape()
    } else if (event.key === '+' || event.key === ';') {
      zoomBy(STEP)
    } else if (event.key === '-') {
      zoomBy(1 / STEP)
    } else if (event.key === '0') {
      controls.fit()
    } else {
      return
    }
    event.preventDefault()
  }

  const onClick = (event: MouseEvent<SVGSVGElement>) => {
    if (dragged()) return
    const point = floorPoint(controls.view, pixelIn(event.currentTarget, event))
    const desk =
      byId.get(deskUnder(event.target) ?? -1) ?? deskAt(floor.desks, point, REACH / controls.view.scale)
    if (!desk) return
    setWalked(desk.id)
    props.onChoose(desk.id)
  }

  return (
    <>
      {!compact && (
        <div className="floor-head">
          {props.head}
          <ZoomButtons view={controls} compact={false} onZoom={zoomBy} />
        </div>
      )}
      <div
        className="floor-map"
        ref={frame}
        data-compact={compact || undefined}
        style={compact ? undefined : { aspectRatio: `${floor.width + 2} / ${floor.height + 2}` }}
      >
        <svg
          ref={surface}
          className="floor-drawing floor-surface"
          role="application"
          aria-label={props.label}
          aria-describedby={`map-keys-${floor.id}`}
          data-near={named || undefined}
          onKeyDown={onKeyDown}
          onClick={onClick}
          onDoubleClick={(event) => {
            controls.zoomAbout(pixelIn(event.currentTarget, event), 2)
          }}
          {...handlers}
        >
          <g transform={`translate(${controls.view.x} ${controls.view.y}) scale(${controls.view.scale})`}>
            <image href={floor.plan_url} width={floor.width} height={floor.height} />
            {props.ground}
            {floor.desks.map((desk) => (
              <Fragment key={desk.id}>
                {props.drawDesk(desk, { named, chosen: desk.id === chosen, tabbable: desk.id === tabStop })}
              </Fragment>
            ))}
            {chosenDesk && <ChosenFrame desk={chosenDesk} />}
          </g>
          {props.over?.(controls)}
        </svg>
        <p id={`map-keys-${floor.id}`} className="sr-only">
          {t('book.mapKeys')}
        </p>
        {compact && (
          <>
            <ZoomButtons view={controls} compact onZoom={zoomBy} />
            {props.locator?.(shownBox(controls.view, controls.window))}
          </>
        )}
      </div>
    </>
  )
}

function deskUnder(target: EventTarget): number | null {
  const element = target instanceof Element ? target.closest('[data-desk]') : null
  return element ? Number(element.getAttribute('data-desk')) : null
}
