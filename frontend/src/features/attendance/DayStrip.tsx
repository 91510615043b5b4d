import { useTranslation } from 'react-i18next'
import { halfState } from '#/api/half-state'
import { dateOf, dayName, monthName, weekday } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { FlagIcon } from '#/ui/icons'
import { HalfCell } from './HalfCell'
import type { PlanDay } from './queries'
import { type StripDay, stripDays } from './strip-days'

interface DayStripProps {
  plans: readonly PlanDay[]
  today: string
}

/** The coming days: columns on a wide screen, rows on a phone, each with its morning and its afternoon. */
export function DayStrip({ plans, today }: DayStripProps) {
  const { t } = useTranslation()
  const days = stripDays(plans)
  return (
    <div className="rail:flex rail:items-end rail:gap-3">
      <div aria-hidden="true" className="hidden w-11 shrink-0 flex-col gap-0.5 text-sm text-quiet rail:flex">
        <span className="flex min-h-11 items-center">{t('part.amShort')}</span>
        <span className="flex min-h-11 items-center">{t('part.pmShort')}</span>
      </div>
      <div
        aria-hidden="true"
        className="grid grid-cols-[4.5rem_1fr_1fr] gap-x-0.5 text-sm text-quiet rail:hidden"
      >
        <span />
        <span>{t('part.am')}</span>
        <span>{t('part.pm')}</span>
      </div>
      <ol className="min-w-0 grow rail:flex rail:items-end rail:gap-1">
        {days.map((day) => (
          <StripColumn key={day.plan.day} {...day} isToday={day.plan.day === today} />
        ))}
      </ol>
    </div>
  )
}

function StripColumn({ plan, newMonth, newWeek, isToday }: StripDay & { isToday: boolean }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { day, holiday, working_day, team_day } = plan
  return (
    <li
      aria-current={isToday ? 'date' : undefined}
      className={`min-w-0 ${working_day ? 'rail:flex-1' : 'rail:w-12'} ${newWeek ? 'mt-3 rail:mt-0 rail:ms-4' : 'mt-0.5 rail:mt-0'}`}
    >
      {newMonth && (
        <p aria-hidden="true" className="pt-2 text-sm font-bold text-quiet rail:pt-0">
          {monthName(day, language)}
        </p>
      )}
      {team_day && (
        <p className="flex items-center gap-1 text-sm leading-[1.4] whitespace-nowrap text-quiet max-rail:ps-[4.5rem]">
          <FlagIcon size={14} />
          {t('today.teamDay')}
        </p>
      )}
      <div className="grid grid-cols-[4.5rem_1fr_1fr] items-stretch gap-0.5 rail:grid-cols-1">
        <p
          className={`flex items-center gap-1 rail:items-baseline rail:border-b rail:pb-1 ${
            isToday
              ? 'border-l-[3px] border-accent pl-2 rail:border-b-[3px] rail:border-l-0 rail:pl-0'
              : 'border-solid-gray-420 pl-2.75 rail:mb-0.5 rail:pl-0'
          }`}
        >
          <span className="sr-only">{dayName(day, language)}</span>
          <span aria-hidden="true" className="text-lg leading-[1.3] font-bold">
            {dateOf(day)}
          </span>
          <span aria-hidden="true" className="text-sm leading-[1.3] whitespace-nowrap">
            {weekday(day, language)}
            {isToday && <span className="hidden xl:inline">・{t('day.today')}</span>}
          </span>
          {isToday && <span className="sr-only">{t('day.today')}</span>}
        </p>
        {working_day ? (
          <>
            <HalfCell day={day} half="am" state={halfState(plan, 'am')} />
            <HalfCell day={day} half="pm" state={halfState(plan, 'pm')} />
          </>
        ) : (
          <p className="hatched col-span-2 flex min-h-11 items-center justify-center rounded-4 px-1 text-sm text-quiet rail:col-span-1 rail:min-h-22.5 rail:[writing-mode:vertical-rl]">
            {holiday}
          </p>
        )}
      </div>
    </li>
  )
}
