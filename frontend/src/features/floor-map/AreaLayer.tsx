import { useTranslation } from 'react-i18next'
import { AreaLabels } from '#/ui/plan/AreaLabels'
import type { Size } from '#/ui/plan/geometry'
import type { View } from '#/ui/plan/view'
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

interface FreeLabelsProps {
  areas: readonly PlannedArea[]
  /** Free desks by area; an area not yet counted shows its letter alone. */
  free: ReadonlyMap<number, number>
  view: View
  window: Size
}

/** The areas' names with how many of their desks are free. */
export function FreeLabels({ areas, free, view, window }: FreeLabelsProps) {
  const { t } = useTranslation()
  const words = (area: PlannedArea, wide: boolean) => {
    const count = free.get(area.id)
    return [
      area.mine && wide ? t('book.myArea') : '',
      count === undefined ? '' : t('book.freeCount', { count }),
    ]
      .filter(Boolean)
      .join(t('book.dot'))
  }
  return <AreaLabels areas={areas} words={words} view={view} window={window} />
}
