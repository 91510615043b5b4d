import { middle, outline } from '#/ui/plan/geometry'
import type { View } from '#/ui/plan/view'
import type { PlannedDesk } from './desk-state'

/** Rings around several desks, without flags: the names stand in the list and, zoomed in, on the desks. */
export function Rings({
  desks,
  ringed,
  view,
}: {
  desks: readonly PlannedDesk[]
  ringed: ReadonlySet<number>
  view: View
}) {
  return (
    <g className="search-hit">
      {desks
        .filter((desk) => ringed.has(desk.id))
        .map((desk) => (
          <HitRing key={desk.id} {...ringAround(desk, view)} />
        ))}
    </g>
  )
}

function HitRing({ x, y, rx, ry }: Ring) {
  return <ellipse className="hit-ring" cx={x} cy={y} rx={rx} ry={ry} />
}

interface Ring {
  x: number
  y: number
  rx: number
  ry: number
}

/** In window pixels, and never too small to see. */
function ringAround(desk: PlannedDesk, view: View): Ring {
  const box = outline(desk)
  const centre = middle(box)
  return {
    x: view.x + centre.x * view.scale,
    y: view.y + centre.y * view.scale,
    rx: Math.max(7, (box.width / 2) * view.scale + 4),
    ry: Math.max(9, (box.height / 2) * view.scale + 4),
  }
}

/** The ring around a desk that was searched for, and a flag with whose it is. Drawn in window pixels. */
export function SearchHit({ desk, name, view }: { desk: PlannedDesk; name: string; view: View }) {
  const { x, y, rx, ry } = ringAround(desk, view)
  const flagWidth = [...name].length * 13 + 12
  return (
    <g className="search-hit">
      <HitRing x={x} y={y} rx={rx} ry={ry} />
      <rect className="hit-flag" x={x + rx + 4} y={y - 10} width={flagWidth} height={20} rx={3} />
      <text className="hit-name" x={x + rx + 4 + flagWidth / 2} y={y + 5} textAnchor="middle">
        {name}
      </text>
    </g>
  )
}
