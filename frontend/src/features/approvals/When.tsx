import { useTranslation } from 'react-i18next'
import { dayName, timeRange } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { PlaceLetter } from '#/ui/PlaceLetter'
import type { TeleworkRequest } from './shapes'

/** The letter of the place, the day, and which part of it. */
export function When({ request, withTimes = false }: { request: TeleworkRequest; withTimes?: boolean }) {
  const { t } = useTranslation(['telework', 'everyday'])
  const language = useLanguage()
  const place = request.form === 'home' ? 'home' : 'satellite'
  const part = request.unit === 'hours' ? '' : t(`telework:unit.${request.unit}`)
  const times = withTimes || request.unit === 'hours' ? timeRange(request.start, request.end) : ''
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      <PlaceLetter place={place} letter={t(`everyday:placeLetter.${place}`)} />
      <span className="sr-only">{t(`telework:form.${request.form}`)}</span>
      <span className="whitespace-nowrap">
        {dayName(request.day, language)} {part}
      </span>
      {times && <span className="whitespace-nowrap">{times}</span>}
    </span>
  )
}
