import { useTranslation } from 'react-i18next'
import { dateOf, dayName, weekday } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { FlagIcon, WarningIcon } from '#/ui/icons'
import { type Column, HALVES, type HalfName } from './cells'
import type { View } from './period'
import type { SectionDay } from './queries'

interface SectionHeadProps {
  columns: readonly Column[]
  view: View
  minimum: number
  today: string
}

/** The days with their team days, and under them how many are on site against the minimum. */
export function SectionHead({ columns, view, minimum, today }: SectionHeadProps) {
  const { t } = useTranslation('section')
  const month = view === 'month'
  return (
    <thead className="z-20 bg-white">
      <tr>
        <td className="sticky left-0 z-10 bg-white" />
        {columns.map(({ index, day, closed }) => (
          <DayHead key={index} day={day} closed={closed} month={month} isToday={day.day === today} />
        ))}
      </tr>
      <tr>
        <th
          scope="row"
          className="sticky left-0 z-10 bg-white pb-2 text-start align-bottom whitespace-nowrap"
        >
          {t('onSite')}
          {minimum > 0 && (
            <span className="block text-sm font-normal text-quiet">{t('minimum', { count: minimum })}</span>
          )}
        </th>
        {columns.map(({ index, day, closed, newWeek }) => {
          if (closed) {
            return (
              <td key={index} className="text-center align-middle text-sm leading-[1.3] text-quiet">
                {!month && (day.holiday ?? t('closed'))}
              </td>
            )
          }
          if (month) {
            return (
              <th key={index} className={`count ${newWeek ? 'cell-day' : ''}`}>
                {HALVES.map((half) => (
                  <Count key={half} day={day} half={half} short />
                ))}
              </th>
            )
          }
          return HALVES.map((half) => (
            <th key={half} scope="col" className={`count ${half === 'am' ? 'cell-day' : ''}`}>
              <Count day={day} half={half} />
            </th>
          ))
        })}
      </tr>
    </thead>
  )
}

function DayHead({
  day,
  closed,
  month,
  isToday,
}: {
  day: SectionDay
  closed: boolean
  month: boolean
  isToday: boolean
}) {
  const { t } = useTranslation(['section', 'everyday'])
  const language = useLanguage()
  const team = day.team_day
  return (
    <th
      scope={month || closed ? 'col' : 'colgroup'}
      colSpan={month || closed ? 1 : 2}
      aria-current={isToday ? 'date' : undefined}
      className={`${month || closed ? '' : 'cell-day'} px-0.5 pb-1 text-start font-bold whitespace-nowrap ${closed ? 'text-quiet' : ''}`}
    >
      <span
        className={`flex items-baseline gap-1 ${month ? 'flex-col items-center gap-0' : ''} ${
          isToday ? 'border-b-[3px] border-accent text-link' : 'border-b border-solid-gray-420'
        }`}
      >
        <span className="sr-only">{dayName(day.day, language)}</span>
        <span aria-hidden="true" className={month ? 'text-base leading-[1.3]' : 'text-lg leading-[1.4]'}>
          {dateOf(day.day)}
        </span>
        <span aria-hidden="true" className="text-sm leading-[1.3] font-normal">
          {weekday(day.day, language)}
        </span>
        {team && (
          <span className={`inline-flex items-center gap-1 text-sm ${month ? '' : 'ms-auto'}`}>
            <FlagIcon size={16} className="text-accent" />
            <span className={month ? 'sr-only' : 'max-xl:sr-only'}>
              {t('teamDay')}
              {team.part !== 'full' && ` ${t(`everyday:part.${team.part}`)}`}
            </span>
          </span>
        )}
        {isToday && (
          <span className={`text-sm ${month ? 'sr-only' : team ? '' : 'ms-auto'}`}>
            {t('everyday:day.today')}
          </span>
        )}
      </span>
      {closed && month && <span className="sr-only">{day.holiday ?? t('closed')}</span>}
    </th>
  )
}

/** How many are on site in a half; too few stand in a box, with how many are missing. */
function Count({ day, half, short = false }: { day: SectionDay; half: HalfName; short?: boolean }) {
  const { t } = useTranslation(['section', 'everyday'])
  const [count, missing] = half === 'am' ? [day.on_site_am, day.short_am] : [day.on_site_pm, day.short_pm]
  const look = missing > 0 ? 'rounded-4 border-2 border-warn text-warn-text' : 'border-2 border-transparent'
  return (
    <span className={`block px-1 text-center leading-[1.4] ${look}`}>
      <span className={short ? 'sr-only' : 'block text-sm font-normal'}>{t(`everyday:part.${half}`)}</span>
      <span className="inline-flex items-center gap-1 font-bold whitespace-nowrap">
        {count}
        {missing > 0 && (
          <>
            <WarningIcon size={14} />
            <span className={`text-sm ${short ? 'sr-only' : ''}`}>{t('short', { count: missing })}</span>
          </>
        )}
      </span>
    </span>
  )
}
