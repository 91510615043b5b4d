import type { TFunction } from 'i18next'

const MINUTE_MS = 60_000
const MINUTES_IN_HOUR = 60

/** `12分前` of an instant at `now` (milliseconds since 1970); `たった今` within the minute. */
export function ageWords(t: TFunction<'roster'>, since: string, now: number): string {
  const minutes = Math.max(0, Math.floor((now - Date.parse(since)) / MINUTE_MS))
  if (minutes < 1) return t('age.now')
  if (minutes < MINUTES_IN_HOUR) return t('age.minutes', { count: minutes })
  const hours = Math.floor(minutes / MINUTES_IN_HOUR)
  const rest = minutes % MINUTES_IN_HOUR
  return rest === 0 ? t('age.hours', { count: hours }) : t('age.hoursMinutes', { hours, minutes: rest })
}
