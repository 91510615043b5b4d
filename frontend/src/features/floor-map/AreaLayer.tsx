import { useTranslation } from 'react-i18next'
import type { Size } from '#/ui/plan/geometry'
import type { View } from '#/ui/plan/view'
import { areaLetters } from './area-label'
import type { PlannedArea } from './desk-state'

/** The areas' grounds, in metres, under the desks. */
export function AreaGrounds({ areas }: { areas: readonly PlannedArea[] }) {
  return areas.map((area) => (
    <rect
      key={area.id}
      className="area"
      data-mine={area.mine || undefined}
      x={area.x}
      y={area.y}
      width={area.width}
      height={area.height}
    />
  ))
}

interface AreaLabelsProps {
  areas: readonly PlannedArea[]
  /** Free desks by area; an area not yet counted shows its letter alone. */
  free: ReadonlyMap<number, number>
  view: View
  window: Size
}

/** The areas' names in one size at every zoom, kept inside the window while any of the area is. */
export function AreaLabels({ areas, free, view, window }: AreaLabelsProps) {
  const { t } = useTranslation()
  const letters = areaLetters(areas)
  return areas.map((area) => {
    const left = view.x + area.x * view.scale
    const top = view.y + area.y * view.scale
    const right = left + area.width * view.scale
    const bottom = top + area.height * view.scale
    if (right < 60 || bottom < 24 || left > window.width || top > window.height) return null
    const count = free.get(area.id)
    const words = [
      area.mine && right - left > 170 ? t('book.myArea') : '',
      count === undefined ? '' : t('book.freeCount', { count }),
    ]
      .filter(Boolean)
      .join(t('book.dot'))
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
