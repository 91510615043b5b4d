import { useQuery } from '@tanstack/react-query'
import { cityEventsOptions } from '#/features/calendar/proposal-queries'
import { useLanguage } from '#/lib/useLanguage'

/** What is on in the city on a day of the weeks shown, in the reader's language where it has a name there. */
export function useCityEvents(from: string, to: string): (day: string) => readonly string[] {
  const language = useLanguage()
  const events = useQuery(cityEventsOptions(from, to)).data ?? []
  return (day) =>
    events
      .filter(({ first_day, last_day }) => first_day <= day && day <= last_day)
      .map(({ name, name_en }) => (language === 'en' && name_en) || name)
}
