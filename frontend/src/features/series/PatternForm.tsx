import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { timeRange } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Chip } from '#/ui/Chip'
import { SegmentedControl } from '#/ui/SegmentedControl'
import { Select } from '#/ui/Select'
import { TextField } from '#/ui/TextField'
import { MOST_WEEKS, PARTS, type SeriesSearch } from './search'
import type { Form, FormErrors } from './wish'
import { weekdayName } from './words'

const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6]
const WEEKS = Array.from({ length: MOST_WEEKS }, (_, number) => number + 1)

interface PatternFormProps {
  form: Form
  errors: FormErrors
  today: string
  onChange: (change: Partial<SeriesSearch>) => void
}

/** Weekdays, how often, from when until when, which hours, and what to do with days off. */
export function PatternForm({ form, errors, today, onChange }: PatternFormProps) {
  const { t } = useTranslation(['series', 'everyday'])
  const language = useLanguage()
  const weekdaysId = useId()
  const ownHours = 'start' in form.hours ? form.hours : null
  const toggle = (day: number, on: boolean) =>
    onChange({ weekdays: WEEKDAYS.filter((one) => (one === day ? on : form.weekdays.includes(one))) })
  return (
    <div className="flex flex-col gap-5">
      <fieldset aria-describedby={errors.weekdays && weekdaysId} className="m-0 p-0">
        <legend className="mb-2 font-bold">{t('new.weekdays')}</legend>
        <div className="grid max-w-112 grid-cols-7 gap-0.5 rail:gap-1 [&>button]:justify-center [&>button]:gap-0.5 [&>button]:px-0 [&_svg]:size-3">
          {WEEKDAYS.map((day) => (
            <Chip key={day} chosen={form.weekdays.includes(day)} onChange={(on) => toggle(day, on)}>
              {weekdayName(day, language)}
            </Chip>
          ))}
        </div>
        {errors.weekdays && (
          <p id={weekdaysId} className="mt-2 text-sm font-bold text-danger">
            {t(`new.${errors.weekdays}`)}
          </p>
        )}
      </fieldset>
      <Select
        label={t('new.everyWeeks')}
        value={String(form.every)}
        options={WEEKS.map((count) => ({ value: String(count), label: everyWord(count) }))}
        onChange={(value) => onChange({ every: value === '1' ? undefined : Number(value) })}
        className="max-w-60"
      />
      <div className="grid gap-4 rail:grid-cols-2">
        <TextField
          type="date"
          label={t('new.from')}
          value={form.from}
          min={today}
          error={errors.from && t(`new.${errors.from}`)}
          onChange={(from) => onChange({ from: from || undefined })}
        />
        <TextField
          type="date"
          label={t('new.until')}
          value={form.until}
          min={form.from}
          error={errors.until && t(`new.${errors.until}`)}
          onChange={(until) => onChange({ until: until || undefined })}
        />
      </div>
      <div className="flex flex-col gap-2">
        <p className="font-bold">{t('new.part')}</p>
        <SegmentedControl
          label={t('new.part')}
          className="self-start"
          value={ownHours ? 'hours' : 'part' in form.hours ? form.hours.part : 'full'}
          segments={[
            ...PARTS.map((part) => ({ value: part as string, label: t(`new.part_${part}`) })),
            ...(ownHours ? [{ value: 'hours', label: timeRange(ownHours.start, ownHours.end) }] : []),
          ]}
          onChange={(value) => {
            const part = PARTS.find((one) => one === value)
            if (part) onChange({ part, start: undefined, end: undefined })
          }}
        />
      </div>
      <div className="flex flex-col gap-2">
        <p className="font-bold">{t('new.whenClosed')}</p>
        <SegmentedControl
          label={t('new.whenClosed')}
          className="self-start"
          value={form.closed}
          segments={[
            { value: 'skip', label: t('new.skip') },
            { value: 'next_working_day', label: t('new.next_working_day') },
          ]}
          onChange={(value) => onChange({ closed: value === 'skip' ? undefined : 'next_working_day' })}
        />
      </div>
    </div>
  )

  function everyWord(count: number): string {
    if (count === 1) return t('new.everyWeek')
    return count === 2 ? t('new.everyOther') : t('new.everyN', { count })
  }
}
