import {
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
import { ZoomButtons } from '#/ui/plan/ZoomButtons'
import { AreaGrounds, AreaLabels } from './AreaLayer'
import { DeskSpot } from './DeskSpot'
import { ChosenFrame, Rings, SearchHit } from './MapMarks'
import { MiniMap } from './MiniMap'
import './floor-map.css'
import { type Box, deskAt, middle, outline } from '#/ui/plan/geometry'
import { directionOf, neighbourOf } from '#/ui/plan/neighbours'
import { pixelIn, useGestures } from '#/ui/plan/useGestures'
import { useView } from '#/ui/plan/useView'
import { floorPoint, LABELS_FROM_ZOOM, NAMES_FROM_SCALE, STEP, shownBox } from '#/ui/plan/view'
import type { DeskAvailability, PlannedDesk, PlannedFloor } from './desk-state'

/** Pixels around a desk that still mean it: a pointer's and a finger's. */
const REACH = 12

/** Pixels at the foot of a phone's map that the panel may lie over. */
const COVERED_BY_PANEL = 170

export interface FloorMapHandle {
  /** Put the keyboard on a desk, as when its panel was closed. */
  focusDesk: (desk: number) => void
}

interface FloorMapProps {
  floor: PlannedFloor
  /** By desk; empty while the first answer is on its way. */
  lines: ReadonlyMap<number, DeskAvailability>
  /** Free desks by area. */
  free: ReadonlyMap<number, number>
  chosen: number | null
  /** Desks that do not have what the filters ask for: drawn faint, still there. */
  faint: ReadonlySet<number>
  hit: { desk: number; name: string } | null
  /** More desks with a ring: those of a section. */
  rings?: ReadonlySet<number>
  /** Where the keyboard enters the map when no desk is chosen. */
  entry: number | null
  /** Shown first instead of the whole floor, at so many pixels to the metre. */
  opening: { box: Box; scale: number } | null
  /** Zoom buttons and locator lie on the map (phone) rather than in its head. */
  compact: boolean
  /** What stands at the head of the map beside the zoom buttons. */
  head?: ReactNode
  onChoose: (desk: number) => void
  onEscape: () => void
  ref?: Ref<FloorMapHandle>
}

/** A floor as a drawing to look at, walk through with the arrow keys and choose from. */
export function FloorMap(props: FloorMapProps) {
  const { floor, lines, chosen, compact } = props
  const { t } = useTranslation()
  const { frame, controls } = useView(floor, floor.id, props.opening)
  const surface = useRef<SVGSVGElement>(null)
  const { handlers, dragged } = useGestures(surface, controls)
  const [walked, setWalked] = useState<number | null>(null)
  const byId = useMemo(() => new Map(floor.desks.map((desk) => [desk.id, desk])), [floor.desks])
  const chosenDesk = chosen === null ? undefined : byId.get(chosen)
  const hitDesk = props.hit ? byId.get(props.hit.desk) : undefined
  const tabStop =
    [walked, chosen, props.entry].find((id) => id !== null && byId.has(id)) ?? floor.desks[0]?.id
  const anchor = byId.get(tabStop ?? -1)
  const zoomBy = (factor: number) => controls.zoomTowards(anchor ? middle(outline(anchor)) : null, factor)
  const named = controls.view.scale >= NAMES_FROM_SCALE

  const focusDesk = (desk: PlannedDesk) => {
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
          aria-label={t('book.mapOf', { floor: floor.name })}
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
            <AreaGrounds areas={floor.areas} />
            {floor.desks.map((desk) => (
              <DeskSpot
                key={desk.id}
                desk={desk}
                line={lines.get(desk.id)}
                named={named}
                faint={props.faint.has(desk.id)}
                chosen={desk.id === chosen}
                tabbable={desk.id === tabStop}
              />
            ))}
            {chosenDesk && <ChosenFrame desk={chosenDesk} />}
          </g>
          {controls.zoom >= LABELS_FROM_ZOOM && (
            <AreaLabels areas={floor.areas} free={props.free} view={controls.view} window={controls.window} />
          )}
          {props.rings && <Rings desks={floor.desks} ringed={props.rings} view={controls.view} />}
          {hitDesk && props.hit && <SearchHit desk={hitDesk} name={props.hit.name} view={controls.view} />}
        </svg>
        <p id={`map-keys-${floor.id}`} className="sr-only">
          {t('book.mapKeys')}
        </p>
        {compact && (
          <>
            <ZoomButtons view={controls} compact onZoom={zoomBy} />
            <MiniMap className="locator" floor={floor} shown={shownBox(controls.view, controls.window)} />
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
