import { useMemo } from 'react'
import { type Box, middle, outline } from '#/ui/plan/geometry'
import type { PlannedDesk, PlannedFloor } from './desk-state'
import '#/ui/plan/plan.css'
import './floor-map.css'

interface MiniMapProps {
  floor: PlannedFloor
  /** What the large map shows of the floor, framed. */
  shown?: Box | null
  /** The area to set off. */
  area?: number | null
  /** The desk to mark with a tick. */
  desk?: number | null
  /** Read instead of the drawing; without it the drawing is decoration. */
  label?: string
  className?: string
}

/** A floor at a glance: its desks as specks, one area set off, one desk ticked. No text, no pointer. */
export function MiniMap({ floor, shown, area, desk, label, className }: MiniMapProps) {
  const specks = useMemo(() => specksByArea(floor.desks), [floor.desks])
  const home = floor.areas.find((candidate) => candidate.id === area)
  const mark = floor.desks.find((candidate) => candidate.id === desk)
  return (
    <svg
      className={`floor-drawing mini-map ${className ?? ''}`}
      viewBox={`-0.5 -0.5 ${floor.width + 1} ${floor.height + 1}`}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <rect className="mini-floor" width={floor.width} height={floor.height} />
      {home && <rect className="mini-home" {...boxOf(home)} />}
      {[...specks].map(([id, path]) => (
        <path key={id} className="mini-desks" data-home={id === area || undefined} d={path} />
      ))}
      {mark && <MineMark at={outline(mark)} radius={floor.height / 12} />}
      {shown && <rect className="mini-shown" {...within(shown, floor)} />}
    </svg>
  )
}

function MineMark({ at, radius }: { at: Box; radius: number }) {
  const { x, y } = middle(at)
  return (
    <g transform={`translate(${x} ${y}) scale(${radius})`}>
      <circle className="mini-mine" r={1} />
      <path className="mini-tick" d="M-.45 .02-.1.38.48-.3" />
    </g>
  )
}

function specksByArea(desks: readonly PlannedDesk[]): Map<number, string> {
  const paths = new Map<number, string>()
  for (const desk of desks) {
    const { x, y, width, height } = outline(desk)
    paths.set(desk.area, `${paths.get(desk.area) ?? ''}M${x} ${y}h${width}v${height}h${-width}z`)
  }
  return paths
}

function boxOf({ x, y, width, height }: Box): Box {
  return { x, y, width, height }
}

/** The part of `box` that lies on the floor. */
function within(box: Box, floor: { width: number; height: number }): Box {
  const x = Math.max(0, box.x)
  const y = Math.max(0, box.y)
  return {
    x,
    y,
    width: Math.max(0, Math.min(floor.width, box.x + box.width) - x),
    height: Math.max(0, Math.min(floor.height, box.y + box.height) - y),
  }
}
