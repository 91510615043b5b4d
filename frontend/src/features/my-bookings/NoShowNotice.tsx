import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#/api/client'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Notice } from '#/ui/Notice'

const FEWEST = 2

/** Calmly: the bookings I did not come to, once there are several, and what follows where a rule says so. */
export function NoShowNotice() {
  const { t } = useTranslation(['rules', 'everyday'])
  const language = useLanguage()
  const { data } = useQuery(api.queryOptions('get', '/bookings/no-shows/', {}))
  if (!data || data.bookings.length === 0) return null
  const { bookings, limit, limited_until: until, rule, window, working_days: days } = data
  if (!until && bookings.length < (limit ? Math.min(FEWEST, limit) : FEWEST)) return null
  return (
    <Notice>
      <p className="font-bold">{t('noShow.title', { count: bookings.length, days })}</p>
      <p>{t('noShow.lead')}</p>
      {rule && (
        <p>
          {until
            ? t('noShow.limited', { until: dayName(until, language), window, owner: rule.owner })
            : t('noShow.soon', { limit, window, owner: rule.owner })}
        </p>
      )}
      <details>
        <summary className="inline-flex min-h-11 cursor-pointer items-center underline underline-offset-4">
          {t('noShow.dates')}
        </summary>
        <ul>
          {bookings.map((one) => (
            <li key={one.id}>{t('noShow.one', { day: dayName(one.day, language), code: one.desk.code })}</li>
          ))}
        </ul>
      </details>
    </Notice>
  )
}
