import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { linkLook } from '#/ui/button-look'
import { CheckIcon, MinusIcon } from '#/ui/icons'
import { Tag } from '#/ui/Tag'
import type { SeriesDate } from './queries'
import { hoursWords } from './words'

/** Dates of a series and how they stand; one by one they are changed on the map. */
export function SeriesDates({ dates, label }: { dates: readonly SeriesDate[]; label: string }) {
  const { t } = useTranslation(['series', 'everyday'])
  const language = useLanguage()
  return (
    <ul aria-label={label}>
      {dates.map(({ booking, exception, pattern_day }) => {
        const gone = !['booked', 'checked_in'].includes(booking.state)
        const name = dayName(booking.day, language)
        return (
          <li
            key={booking.id}
            className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 border-b border-hair py-2"
          >
            <span className="w-36 font-bold">
              {name}
              {pattern_day !== booking.day && (
                <span className="block text-sm font-normal text-quiet">
                  {t('one.movedFrom', { day: dayName(pattern_day, language) })}
                </span>
              )}
            </span>
            <span className={gone ? 'text-quiet line-through' : ''}>
              {booking.desk.code} {hoursWords(t, booking)}
            </span>
            <Tag
              tone={gone ? 'quiet' : 'plain'}
              icon={gone ? <MinusIcon size={16} /> : <CheckIcon size={16} />}
            >
              {t(`one.state_${booking.state}`)}
            </Tag>
            {exception && !gone && <Tag tone="accent">{t('one.exception')}</Tag>}
            {booking.may.includes('change') && (
              <Link
                to="/book"
                search={{
                  day: booking.day,
                  booking: booking.id,
                  floor: booking.desk.floor,
                  ...(booking.part ? { part: booking.part } : {}),
                }}
                aria-label={t('one.changeThisOf', { day: name })}
                className={`${linkLook} ms-auto inline-flex min-h-11 items-center text-sm`}
              >
                {t('one.changeThis')}
              </Link>
            )}
          </li>
        )
      })}
    </ul>
  )
}
