import { cityDay, cityTime } from './city-time'
import { dayName, isDay } from './dates'
import type { Language } from './i18n'

/** A day, an instant or a time of day as the reader writes it; an instant becomes the city's day and time. */
export function dayAndTime(said: string, language: Language): string {
  if (said.includes('T')) return `${dayName(cityDay(said), language)} ${cityTime(said)}`
  return isDay(said) ? dayName(said, language) : said
}
