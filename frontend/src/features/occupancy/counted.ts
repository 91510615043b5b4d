import type { TFunction } from 'i18next'
import { count } from './numbers'

export type Unit = 'desks' | 'people' | 'wishes' | 'bookings' | 'days'

/** `1,670席` or `1,670 desks`; a dash where nobody knows. */
export function counted(t: TFunction<'occupancy'>, unit: Unit, value: number | null): string {
  return value === null ? count(value) : t(`counted.${unit}`, { count: value, number: count(value) })
}
