import type { TFunction } from 'i18next'

/** Where a desk stands, in a few words: `6階 Eエリア`. An area's name may say its floor already. */
export function areaWords(
  t: TFunction,
  { floor_name: floor, area_name: area }: { floor_name: string; area_name: string },
): string {
  return area.startsWith(floor) ? area : t('today.area', { floor, area })
}
