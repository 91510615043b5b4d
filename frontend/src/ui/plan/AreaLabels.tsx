import { areaLetters } from './area-letters'
import type { Box, Size } from './geometry'
import type { View } from './view'
import './plan.css'

/** Pixels from which an area has room for more than its letter and a number. */
const WIDE = 170

interface AreaLabelsProps<Area extends Box & { id: number; code: string }> {
  areas: readonly Area[]
  /** What stands after the letter; `wide` says that there is room. */
  words: (area: Area, wide: boolean) => string
  view: View
  window: Size
}

/** The areas' names in one size at every zoom, kept inside the window while any of the area is. */
export function AreaLabels<Area extends Box & { id: number; code: string }>(props: AreaLabelsProps<Area>) {
  const { areas, view, window } = props
  const letters = areaLetters(areas)
  return areas.map((area) => {
    const left = view.x + area.x * view.scale
    const top = view.y + area.y * view.scale
    const right = left + area.width * view.scale
    const bottom = top + area.height * view.scale
    if (right < 60 || bottom < 24 || left > window.width || top > window.height) return null
    const words = props.words(area, right - left > WIDE)
    const letter = letters.get(area.id) ?? ''
    const x = Math.max(left, 0) + 6
    const y = Math.max(top, 0) + 12
    return (
      <g key={area.id} className="area-label">
        {top < 0 && <rect x={x - 4} y={y - 11} width={widthOf(letter + words) + 14} height={16} rx={3} />}
        <text x={x} y={y}>
          <tspan className="area-letter">{letter}</tspan>
          <tspan dx={5}>{words}</tspan>
        </text>
      </g>
    )
  })
}

/** About how wide a label of 12 px is; the ground behind one that lies over desks need not be exact. */
function widthOf(label: string): number {
  return [...label].reduce((width, letter) => width + (letter > '\u2e80' ? 12 : 7), 0)
}
