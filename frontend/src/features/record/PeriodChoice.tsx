import { useTranslation } from 'react-i18next'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { ChevronLeftIcon, ChevronRightIcon } from '#/ui/icons'
import { SegmentedControl } from '#/ui/SegmentedControl'
import { firstDay, monthPeriod, movedPeriod, periodName, yearPeriod } from './period'
import type { Period } from './queries'

interface PeriodChoiceProps {
  period: Period
  today: string
  onChange: (period: Period) => void
}

/** A month or a fiscal year, and the one before and after. */
export function PeriodChoice({ period, today, onChange }: PeriodChoiceProps) {
  const { t } = useTranslation('record')
  const language = useLanguage()
  const kind = 'fiscal_year' in period ? 'year' : 'month'
  const within = (first: string) => (first <= today ? today : first)
  const day = kind === 'year' ? within(firstDay(period)) : firstDay(period)
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <SegmentedControl
        label={t('period.label')}
        value={kind}
        segments={[
          { value: 'month', label: t('period.month') },
          { value: 'year', label: t('period.year') },
        ]}
        onChange={(chosen) => onChange(chosen === 'year' ? yearPeriod(day) : monthPeriod(day))}
      />
      <div className="flex items-center gap-1">
        <Button
          kind="quiet"
          aria-label={t(`period.before.${kind}`)}
          icon={<ChevronLeftIcon size={20} />}
          onPress={() => onChange(movedPeriod(period, -1))}
        >
          {null}
        </Button>
        <strong aria-live="polite" className="min-w-34 text-center text-lg whitespace-nowrap">
          {periodName(period, language)}
        </strong>
        <Button
          kind="quiet"
          aria-label={t(`period.after.${kind}`)}
          icon={<ChevronRightIcon size={20} />}
          onPress={() => onChange(movedPeriod(period, 1))}
        >
          {null}
        </Button>
      </div>
    </div>
  )
}
