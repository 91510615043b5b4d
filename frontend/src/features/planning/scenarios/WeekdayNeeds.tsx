import { useTranslation } from 'react-i18next'
import { useLanguage } from '#/lib/useLanguage'
import { WarningIcon } from '#/ui/icons'
import { whole } from '../numbers'
import type { Answer } from '../shapes'

const WEEKDAYS = ['0', '1', '2', '3', '4', '5', '6'] as const

/** What each weekday needs, in a line; a day on which the desks are short has a mark. */
export function WeekdayNeeds({ answer }: { answer: Answer }) {
  const { t } = useTranslation('planning')
  const language = useLanguage()
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {answer.by_weekday.map(({ weekday, needed }) => {
        const day = WEEKDAYS[weekday]
        if (needed === null || !day) return null
        const short = needed > answer.desks
        return (
          <li key={weekday} className="inline-flex items-baseline gap-1 whitespace-nowrap">
            <span className="text-sm">{t(`weekday.${day}`)}</span>
            {short ? (
              <b className="text-warn-text">
                <WarningIcon size={14} className="me-0.5 inline align-[-0.1em]" />
                {whole(needed, language)}
                <span className="sr-only">{t('shortWord')}</span>
              </b>
            ) : (
              <span>{whole(needed, language)}</span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
