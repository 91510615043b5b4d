import { useTranslation } from 'react-i18next'
import type { Placement } from '../shapes'

/** The name of a floor of a placement by its id; one that is not in it belongs to another building. */
export function useFloorNames(placement: Placement): (id: number) => string {
  const { t } = useTranslation('planning')
  const names = new Map([
    ...placement.asked.floors.map(({ floor, name }) => [floor, name] as const),
    ...(placement.result?.floors.map(({ floor }) => [floor.id, floor.name] as const) ?? []),
  ])
  return (id) => names.get(id) ?? t('stack.elsewhere')
}
