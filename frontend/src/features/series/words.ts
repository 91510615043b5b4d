import type { TFunction } from 'i18next'
import { timeRange, weekday } from '#/lib/dates'
import type { Language } from '#/lib/i18n'
import type { Series } from './queries'

type T = TFunction<['series', 'everyday']>

/** A Monday, from which the names of weekdays are told. */
const MONDAY = '2024-01-01'

/** `火` or `Tue`; Monday is 0. */
export function weekdayName(number: number, language: Language): string {
  return weekday(`${MONDAY.slice(0, 8)}${String(number + 1).padStart(2, '0')}`, language)
}

/** `毎週 火・木 全日`. */
export function seriesWords(t: T, language: Language, series: Series): string {
  return `${everyWords(t, language, series)} ${hoursWords(t, series)}`
}

/** `全日`, or the hours. */
export function hoursWords(t: T, { part, start, end }: Pick<Series, 'part' | 'start' | 'end'>): string {
  if (part) return t(`new.part_${part}`)
  return start && end ? timeRange(start, end) : ''
}

/** `毎週 火・木`. */
export function everyWords(t: T, language: Language, { every_weeks: count, ...series }: Series): string {
  const weekdays = series.weekdays.map((day) => weekdayName(day, language)).join(t('mine.separator'))
  if (count === 1) return t('mine.every', { weekdays })
  if (count === 2) return t('mine.everyOther', { weekdays })
  return t('mine.everyN', { weekdays, count })
}
