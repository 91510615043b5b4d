import { useTranslation } from 'react-i18next'
import type { components } from '#/api/generated/schema'
import { minutesOf, timeOfMinutes, withoutZero } from '#/lib/city-time'
import { SegmentedControl } from '#/ui/SegmentedControl'
import { Select } from '#/ui/Select'
import type { Asked, Part } from './search'

type Building = components['schemas']['Building']

const STEP_MINUTES = 15
const SEGMENTS = ['full', 'am', 'pm', 'hours'] as const

interface PartChoiceProps {
  asked: Asked
  building: Building
  wide: boolean
  onChange: (asked: Asked) => void
}

/** 全日, 午前, 午後, or hours of one's own within the building's opening. */
export function PartChoice({ asked, building, wide, onChange }: PartChoiceProps) {
  const { t } = useTranslation()
  const choose = (value: Part | 'hours') => {
    const { start, end } = building.parts.am
    onChange(value === 'hours' ? { start, end } : { part: value })
  }
  return (
    <SegmentedControl
      label={t('book.part')}
      wide={wide}
      className={wide ? 'bg-white [&_label]:gap-0.5 [&_label]:px-1 [&:lang(en)]:text-sm' : 'bg-white'}
      value={'part' in asked ? asked.part : 'hours'}
      segments={SEGMENTS.map((value) => ({ value, label: t(`part.${value}`) }))}
      onChange={choose}
    />
  )
}

interface HoursChoiceProps {
  asked: { start: string; end: string }
  building: Building
  onChange: (asked: Asked) => void
}

/** Start and end in steps of a quarter of an hour; the end is kept after the start. */
export function HoursChoice({ asked, building, onChange }: HoursChoiceProps) {
  const { t } = useTranslation()
  const step = building.step_minutes ?? STEP_MINUTES
  const times = quarters(building.opens_at, building.closes_at, step)
  const options = (from: string, to: string) =>
    times
      .filter((time) => time >= from && time <= to)
      .map((time) => ({ value: time, label: withoutZero(time) }))
  const last = times.at(-1) ?? asked.end
  const after = (time: string) => timeOfMinutes(minutesOf(time) + step)
  return (
    <div className="flex items-end gap-2">
      <Select
        label={t('book.start')}
        value={asked.start}
        options={options(building.opens_at, timeOfMinutes(minutesOf(last) - step))}
        onChange={(start) => onChange({ start, end: asked.end > start ? asked.end : after(start) })}
        className="min-w-28 grow"
      />
      <Select
        label={t('book.end')}
        value={asked.end}
        options={options(after(asked.start), last)}
        onChange={(end) => onChange({ start: asked.start, end })}
        className="min-w-28 grow"
      />
    </div>
  )
}

/** The times of a day one may choose, both ends included. */
function quarters(opens: string, closes: string, step: number): string[] {
  const times = []
  for (let at = minutesOf(opens); at <= minutesOf(closes); at += step) times.push(timeOfMinutes(at))
  return times
}
