import { useTranslation } from 'react-i18next'
import { SegmentedControl } from '#/ui/SegmentedControl'
import { HOLDS, type Holds } from './shapes'

/** Whether the events of a calendar close the city or are only known of. */
export function HoldsChoice({ value, onChange }: { value: Holds; onChange: (value: Holds) => void }) {
  const { t } = useTranslation('closingDays')
  return (
    <div className="flex flex-col gap-1">
      <p className="font-bold">{t('holds.label')}</p>
      <SegmentedControl
        label={t('holds.label')}
        value={value}
        segments={HOLDS.map((one) => ({ value: one, label: t(`holds.${one}`) }))}
        onChange={onChange}
        className="self-start"
      />
      <p className="text-sm text-quiet">{t(`holds.${value}Means`)}</p>
    </div>
  )
}
