import { useTranslation } from 'react-i18next'
import type { components } from '#/api/generated/schema'
import { dayName, timeRange } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { ChevronDownIcon } from '#/ui/icons'
import type { PlanDay } from './queries'

export type Shift = components['schemas']['ShiftClass']

interface ShiftChoiceProps {
  plan: PlanDay
  shifts: readonly Shift[]
  disabled: boolean
  onChange: (shift: Shift['code'], hours: string) => void
}

/** When the working day begins and ends (時差勤務); the browser's own list, so that phones show theirs. */
export function ShiftChoice({ plan, shifts, disabled, onChange }: ShiftChoiceProps) {
  const { t } = useTranslation('plan')
  const language = useLanguage()
  const hours = (one: Shift) => timeRange(one.starts_at, one.ends_at)
  return (
    <span className="relative flex items-center">
      <select
        aria-label={t('shiftOf', { day: dayName(plan.day, language) })}
        value={plan.shift ?? ''}
        disabled={disabled}
        onChange={(event) => {
          const chosen = shifts.find(({ code }) => code === event.target.value)
          if (chosen) onChange(chosen.code, hours(chosen))
        }}
        className="min-h-11 w-full appearance-none rounded-8 border border-transparent bg-transparent pe-5 text-sm whitespace-nowrap text-quiet hover:border-edge rail:ps-2"
      >
        {shifts.map((one) => (
          <option key={one.code} value={one.code}>
            {hours(one)}
          </option>
        ))}
      </select>
      {!disabled && <ChevronDownIcon size={16} className="pointer-events-none absolute end-0.5 text-quiet" />}
    </span>
  )
}
