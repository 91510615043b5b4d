import { useQueries, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#/api/client'
import { floorOptions } from '#/api/floors'
import type { components } from '#/api/generated/schema'

type Closure = components['schemas']['Closure']

/** The name of what a closure closes: a building, a floor, an area, a desk. Floors are read as far as they are asked of. */
export function usePlaceName(closures: readonly Closure[], day: string): (closure: Closure) => string {
  const { t } = useTranslation('places')
  const buildings = useQuery(api.queryOptions('get', '/buildings/', {}))
  const floors = useQuery(api.queryOptions('get', '/floors/', {}))
  const within = closures.some((closure) => closure.area !== null || closure.desk !== null)
  const plans = useQueries({
    queries: within
      ? (floors.data ?? []).map((floor) => ({ ...floorOptions(floor.id, day), retry: false }))
      : [],
  })
  return ({ id, building, floor, area, desk }) => {
    if (building !== null)
      return buildings.data?.find((one) => one.id === building)?.name ?? t('closures.building')
    if (floor !== null) return floors.data?.find((one) => one.id === floor)?.name ?? t('closures.floor')
    for (const { data: plan } of plans) {
      const found = plan?.areas.find((one) => one.id === area)
      if (plan && found) return found.name.startsWith(plan.name) ? found.name : `${plan.name} ${found.name}`
      const place = plan?.desks.find((one) => one.id === desk)
      if (place) return place.code
    }
    return t(desk === null ? 'closures.areaNumber' : 'closures.deskNumber', {
      number: area ?? desk ?? id ?? 0,
    })
  }
}
