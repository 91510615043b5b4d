import type { TFunction } from 'i18next'
import { cityDay, cityTime } from '#/lib/city-time'
import { dayName, timeRange } from '#/lib/dates'
import type { Language } from '#/lib/i18n'
import type { Wait } from './queries'

/** `全日 8:30–17:15`, or the hours alone. */
export function hoursOf(
  everyday: TFunction,
  { part, start, end }: Pick<Wait, 'part' | 'start' | 'end'>,
): string {
  return [part && everyday(`part.${part}`), timeRange(start, end)].filter(Boolean).join(' ')
}

/** `10:45` today, `12月1日(火) 8:45` on another day. */
export function untilWords(instant: string, today: string, language: Language): string {
  const day = cityDay(instant)
  return day === today ? cityTime(instant) : `${dayName(day, language)} ${cityTime(instant)}`
}

/** The area waited for, or that any of one's own will do. */
export function areaOf(t: TFunction<'waitlists'>, wait: Wait): string {
  return wait.area?.name ?? t('line.anyArea')
}
