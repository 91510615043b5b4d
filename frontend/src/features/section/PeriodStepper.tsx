import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { ChevronDownIcon, ChevronLeftIcon, ChevronRightIcon } from '#/ui/icons'
import { PopoverButton } from '#/ui/PopoverButton'
import { Skeleton } from '#/ui/Skeleton'
import { periodName, periodOf, stepped, type View } from './period'

const DayCalendar = lazy(() => import('#/ui/DayCalendar').then((module) => ({ default: module.DayCalendar })))

interface PeriodStepperProps {
  day: string
  view: View
  today: string
  onChange: (day: string) => void
}

const EDGE = 'flex min-h-[2.625rem] w-12 items-center justify-center hover:bg-solid-gray-50'
const FAR_DAYS = 366

/** ‹ 11月23日–27日 ›: a week or month back or on, or any from the calendar. */
export function PeriodStepper({ day, view, today, onChange }: PeriodStepperProps) {
  const { t } = useTranslation('section')
  const language = useLanguage()
  const days = Array.from({ length: 2 * FAR_DAYS }, (_, number) => addDays(today, number - FAR_DAYS))
  return (
    <fieldset
      aria-label={t('period')}
      className="m-0 flex min-w-0 rounded-8 border border-edge bg-white p-0 max-rail:w-full"
    >
      <button
        type="button"
        aria-label={t(`before.${view}`)}
        onClick={() => onChange(stepped(day, view, -1))}
        className={`${EDGE} rounded-l-8 border-r border-edge`}
      >
        <ChevronLeftIcon size={20} />
      </button>
      <PopoverButton
        label={t('period')}
        placement="bottom"
        buttonClassName="flex min-h-[2.625rem] grow items-center justify-center gap-2 px-4 font-bold whitespace-nowrap hover:bg-solid-gray-50 rail:min-w-44"
        button={
          <>
            {periodName(periodOf(day, view), view, language)}
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
        aria-label={t(`after.${view}`)}
        onClick={() => onChange(stepped(day, view, 1))}
        className={`${EDGE} rounded-r-8 border-l border-edge`}
      >
        <ChevronRightIcon size={20} />
      </button>
    </fieldset>
  )
}
