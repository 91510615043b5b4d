import { useTranslation } from 'react-i18next'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { SegmentedControl } from '#/ui/SegmentedControl'
import { Select } from '#/ui/Select'
import type { SeriesDate } from './queries'
import { type Chosen, SCOPES } from './scope'

interface ScopeChoiceProps {
  dates: readonly SeriesDate[]
  chosen: Chosen
  onChange: (chosen: Chosen) => void
}

/** One date, a stretch of them, or the rest. */
export function ScopeChoice({ dates, chosen, onChange }: ScopeChoiceProps) {
  const { t } = useTranslation('series')
  const language = useLanguage()
  const days = dates.map(({ booking }) => ({ value: booking.day, label: dayName(booking.day, language) }))
  return (
    <div className="flex flex-col gap-3">
      <SegmentedControl
        label={t('act.scope')}
        wide
        className="[&_label]:px-1 [&_label]:text-sm"
        value={chosen.scope}
        segments={SCOPES.map((scope) => ({ value: scope, label: t(`act.${scope}`) }))}
        onChange={(scope) => onChange({ ...chosen, scope })}
      />
      <div className="grid grid-cols-2 gap-3">
        <Select
          label={t(chosen.scope === 'one' ? 'act.day' : 'act.from')}
          value={chosen.from}
          options={days}
          onChange={(from) => onChange({ ...chosen, from, to: from > chosen.to ? from : chosen.to })}
        />
        {chosen.scope === 'stretch' && (
          <Select
            label={t('act.to')}
            value={chosen.to}
            options={days.filter(({ value }) => value >= chosen.from)}
            onChange={(to) => onChange({ ...chosen, to })}
          />
        )}
      </div>
    </div>
  )
}
