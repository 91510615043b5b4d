import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { ChevronDownIcon, ChevronLeftIcon, ChevronRightIcon } from './icons'
import { PopoverButton } from './PopoverButton'
import { Skeleton } from './Skeleton'

const DayCalendar = lazy(() => import('./DayCalendar').then((module) => ({ default: module.DayCalendar })))

interface DayStepperProps {
  /** `YYYY-MM-DD`. */
  day: string
  today: string
  onChange: (day: string) => void
  /** The days the arrows step through, in order; the calendar offers only these. */
  days: readonly string[]
  className?: string
}

const EDGE =
  'flex min-h-[2.625rem] w-12 items-center justify-center hover:bg-solid-gray-50 disabled:text-solid-gray-300'

/** ‹ 11月24日(火)・今日 ›: one day back or on, or any from the calendar. */
export function DayStepper({ day, today, onChange, days, className = '' }: DayStepperProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const before = days.findLast((candidate) => candidate < day)
  const after = days.find((candidate) => candidate > day)
  const name = dayName(day, language)
  return (
    <fieldset
      aria-label={t('day.choose')}
      className={`m-0 flex min-w-0 p-0 rounded-8 border border-edge bg-white ${className}`}
    >
      <button
        type="button"
        aria-label={t('day.previous')}
        disabled={!before}
        onClick={() => before && onChange(before)}
        className={`${EDGE} rounded-l-8 border-r border-edge`}
      >
        <ChevronLeftIcon size={20} />
      </button>
      <PopoverButton
        label={t('day.choose')}
        placement="bottom"
        buttonClassName="flex min-h-[2.625rem] min-w-[13.5rem] grow items-center justify-center gap-2 px-4 font-bold whitespace-nowrap hover:bg-solid-gray-50"
        button={
          <>
            {day === today ? t('day.isToday', { day: name }) : name}
            <ChevronDownIcon size={18} />
          </>
        }
      >
        {(close) => (
          <Suspense fallback={<Skeleton className="h-80 w-80" />}>
            <DayCalendar
              day={day}
              days={days}
              onChange={(chosen) => {
                onChange(chosen)
                close()
              }}
            />
          </Suspense>
        )}
      </PopoverButton>
      <button
        type="button"
        aria-label={t('day.next')}
        disabled={!after}
        onClick={() => after && onChange(after)}
        className={`${EDGE} rounded-r-8 border-l border-edge`}
      >
        <ChevronRightIcon size={20} />
      </button>
    </fieldset>
  )
}
