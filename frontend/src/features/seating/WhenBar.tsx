import { useTranslation } from 'react-i18next'
import type { components } from '#/api/generated/schema'
import { useMe } from '#/api/me'
import { DayStepper } from '#/ui/DayStepper'
import { SegmentedControl } from '#/ui/SegmentedControl'

type Part = components['schemas']['Part']

const PARTS = ['full', 'am', 'pm'] as const

interface WhenBarProps {
  day: string
  part: Part
  onDay: (day: string) => void
  onPart: (part: Part) => void
}

/** Which day, and which part of it. */
export function WhenBar({ day, part, onDay, onPart }: WhenBarProps) {
  const { t } = useTranslation()
  const { today, working_days } = useMe()
  const days = working_days.includes(day) ? working_days : [...working_days, day].sort()
  return (
    <div className="flex flex-wrap gap-3">
      <DayStepper day={day} today={today} days={days} onChange={onDay} className="max-rail:w-full" />
      <SegmentedControl
        label={t('book.part')}
        value={part}
        segments={PARTS.map((value) => ({ value, label: t(`part.${value}`) }))}
        onChange={onPart}
      />
    </div>
  )
}
