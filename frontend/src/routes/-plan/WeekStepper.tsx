import { useTranslation } from 'react-i18next'
import { lastShown, mondayOf } from '#/features/plan/fortnight'
import { addDays, dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { ChevronLeftIcon, ChevronRightIcon } from '#/ui/icons'

const WEEK = 7
/** A weekend is not shown. */
const FRIDAY_BEFORE = -2

interface WeekStepperProps {
  monday: string
  today: string
  onWeek: (monday: string) => void
}

/** Which two weeks are shown, one week back and on. */
export function WeekStepper({ monday, today, onWeek }: WeekStepperProps) {
  const { t } = useTranslation('plan')
  const language = useLanguage()
  const thisWeek = mondayOf(today)
  const edge = 'flex min-h-[2.625rem] w-11 shrink-0 items-center justify-center hover:bg-solid-gray-50'
  return (
    <fieldset
      aria-label={t('period')}
      className="m-0 flex min-w-0 grow rounded-8 border border-edge p-0 rail:grow-0"
    >
      <button
        type="button"
        aria-label={t('previous')}
        onClick={() => onWeek(addDays(monday, -WEEK))}
        className={`${edge} rounded-l-8 border-r border-edge`}
      >
        <ChevronLeftIcon size={20} />
      </button>
      <p className="flex grow items-center justify-center px-3 text-center text-sm leading-[1.4] font-bold rail:text-base">
        {t('week', {
          from: dayName(monday, language),
          to: dayName(addDays(lastShown(monday), FRIDAY_BEFORE), language),
        })}
      </p>
      {monday !== thisWeek && (
        <Button kind="link" onPress={() => onWeek(thisWeek)}>
          {t('thisWeek')}
        </Button>
      )}
      <button
        type="button"
        aria-label={t('next')}
        onClick={() => onWeek(addDays(monday, WEEK))}
        className={`${edge} rounded-r-8 border-l border-edge`}
      >
        <ChevronRightIcon size={20} />
      </button>
    </fieldset>
  )
}
