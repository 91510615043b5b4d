import { useTranslation } from 'react-i18next'
import { areaLetters } from './area-label'
import type { PlannedArea } from './desk-state'
import type { Size } from './geometry'
import type { View } from './view'

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
    return (
      <text key={area.id} className="area-label" x={Math.max(left, 0) + 6} y={Math.max(top, 0) + 12}>
        <tspan className="area-letter">{letters.get(area.id)}</tspan>
        <tspan dx={5}>
          {area.mine && right - left > 170 ? `${t('book.myArea')}${t('book.dot')}` : ''}
          {count === undefined ? '' : t('book.freeCount', { count })}
        </tspan>
      </text>
    )
  })
}
