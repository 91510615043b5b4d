import { useCallback } from 'react'
import { dayName, dayNameWithYear } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'

/** One day, or a stretch of days with both its ends. */
export function useDaysWords(): (first: string, last: string) => string {
  const language = useLanguage()
  return useCallback(
    (first, last) =>
      first === last
        ? dayNameWithYear(first, language)
        : `${dayNameWithYear(first, language)} – ${dayName(last, language)}`,
    [language],
  )
}
