import { parseDate } from '@internationalized/date'
import { Button } from 'react-aria-components/Button'
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
} from 'react-aria-components/Calendar'
import { Heading } from 'react-aria-components/Heading'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '#/lib/useLanguage'
import { ChevronLeftIcon, ChevronRightIcon } from './icons'

interface DayCalendarProps {
  /** `YYYY-MM-DD`. */
  day: string
  /** The days that can be chosen, in order. */
  days: readonly string[]
  onChange: (day: string) => void
}

const MOVE =
  'flex size-11 items-center justify-center rounded-8 border border-edge disabled:border-card disabled:text-solid-gray-300'

/** A month to choose a day from; the others are struck out. */
export function DayCalendar({ day, days, onChange }: DayCalendarProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const offered = new Set(days)
  const first = days[0]
  const last = days.at(-1)
  return (
    <I18nProvider locale={language === 'ja' ? 'ja-JP' : 'en-GB'}>
      <Calendar
        aria-label={t('day.choose')}
        autoFocus
        firstDayOfWeek="sun"
        value={parseDate(day)}
        minValue={first ? parseDate(first) : undefined}
        maxValue={last ? parseDate(last) : undefined}
        isDateUnavailable={(date) => !offered.has(date.toString())}
        onChange={(date) => onChange(date.toString())}
      >
        <div className="mb-2 flex items-center justify-between gap-2">
          <Button slot="previous" className={MOVE}>
            <ChevronLeftIcon size={20} />
          </Button>
          <Heading className="font-bold" />
          <Button slot="next" className={MOVE}>
            <ChevronRightIcon size={20} />
          </Button>
        </div>
        <CalendarGrid weekdayStyle="short">
          <CalendarGridHeader>
            {(name) => (
              <CalendarHeaderCell className="h-8 w-11 text-sm font-normal text-quiet">
                {name}
              </CalendarHeaderCell>
            )}
          </CalendarGridHeader>
          <CalendarGridBody>
            {(date) => (
              <CalendarCell
                date={date}
                className="flex size-11 items-center justify-center rounded-8 font-bold data-[disabled]:font-normal data-[disabled]:text-faint data-[hovered]:bg-ground data-[outside-month]:invisible data-[selected]:bg-accent data-[selected]:text-white data-[unavailable]:font-normal data-[unavailable]:text-faint data-[unavailable]:line-through data-[disabled]:data-[unavailable]:no-underline"
              />
            )}
          </CalendarGridBody>
        </CalendarGrid>
      </Calendar>
    </I18nProvider>
  )
}
