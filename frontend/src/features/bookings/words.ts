import type { TFunction } from 'i18next'
import { cityDay, cityTime, withoutZero } from '#/lib/city-time'
import { dayName, isDay, timeRange } from '#/lib/dates'
import type { Language } from '#/lib/i18n'
import type { Booking } from './offer'
import type { Asked } from './search'

/** `全日`, `午前`, `午後`, or the hours themselves. */
export function askedWords(t: TFunction, asked: Asked): string {
  return 'part' in asked ? t(`part.${asked.part}`) : timeRange(asked.start, asked.end)
}

export function bookingWords(t: TFunction, booking: Pick<Booking, 'part' | 'start' | 'end'>): string {
  return booking.part ? t(`part.${booking.part}`) : timeRange(booking.start, booking.end)
}

/** A limit that a refusal names, as the API gives it: a day, an instant or a time of day. */
export function limitWords(limit: string, language: Language): string {
  if (limit.includes('T')) return `${dayName(cityDay(limit), language)} ${cityTime(limit)}`
  return isDay(limit) ? dayName(limit, language) : withoutZero(limit)
}

/** An area beside its floor: `6階Eエリア` on `6階` is `Eエリア`, since the floor has been said. */
export function areaOn(floor: string, area: string): string {
  return area.length > floor.length && area.startsWith(floor) ? area.slice(floor.length).trim() : area
}
