import { useTranslation } from 'react-i18next'
import { SegmentedControl } from '#/ui/SegmentedControl'
import { Select } from '#/ui/Select'
import { TextField } from '#/ui/TextField'
import type { Form, Terminal, Treatment, Unit } from './queries'
import type { Missing, ShiftHours, Wish } from './wish'

const UNITS: readonly Unit[] = ['full', 'am', 'pm', 'hours']
const FORMS: readonly Form[] = ['home', 'satellite', 'mobile']
const TERMINALS: readonly Terminal[] = ['own_office', 'pool', 'virtual', 'none']
const TREATMENTS: readonly Treatment[] = ['duty', 'trip']
const QUARTER_SECONDS = 900

interface RequestFieldsProps {
  wish: Wish
  onChange: (change: Partial<Wish>) => void
  missing: Missing
  /** The day is over: a reason is asked for (事後). */
  isPast: boolean
  shifts: readonly ShiftHours[]
}

/** The fields of a request; what is seldom changed stands folded. */
export function RequestFields({ wish, onChange, missing, isPast, shifts }: RequestFieldsProps) {
  const { t } = useTranslation('telework')
  return (
    <>
      <div className="flex flex-wrap gap-3">
        <SegmentedControl
          label={t('field.unit')}
          value={wish.unit}
          segments={UNITS.map((unit) => ({ value: unit, label: t(`unit.${unit}`) }))}
          onChange={(unit) => onChange({ unit })}
          className="[&_label]:max-rail:px-3"
        />
        <Select
          labelHidden
          label={t('field.form')}
          value={wish.form}
          options={FORMS.map((form) => ({ value: form, label: t(`form.${form}`) }))}
          onChange={(form) => onChange({ form })}
        />
      </div>
      {wish.unit === 'hours' && (
        <div className="grid max-w-80 grid-cols-2 gap-3">
          <TextField
            label={t('field.start')}
            type="time"
            step={QUARTER_SECONDS}
            value={wish.start}
            onChange={(start) => onChange({ start })}
          />
          <TextField
            label={t('field.end')}
            type="time"
            step={QUARTER_SECONDS}
            value={wish.end}
            error={missing.hours && t('missing.hours')}
            onChange={(end) => onChange({ end })}
          />
        </div>
      )}
      {isPast && (
        <TextField
          label={t('field.postHocReason')}
          hint={t('field.postHocHint')}
          value={wish.postHocReason}
          maxLength={200}
          error={missing.postHocReason && t('missing.postHocReason')}
          onChange={(postHocReason) => onChange({ postHocReason })}
        />
      )}
      <TextField
        label={t('field.tasks')}
        value={wish.tasks}
        maxLength={400}
        required
        error={missing.tasks && t('missing.tasks')}
        onChange={(tasks) => onChange({ tasks })}
      />
      <TextField
        label={t('field.contact')}
        value={wish.contact}
        maxLength={100}
        required
        error={missing.contact && t('missing.contact')}
        onChange={(contact) => onChange({ contact })}
      />
      <details className="group">
        <summary className="inline-flex min-h-11 cursor-pointer items-center font-bold text-link underline underline-offset-4">
          {t('field.more')}
        </summary>
        <div className="mt-2 grid gap-4 rail:grid-cols-2">
          <TextField
            label={t('field.place')}
            hint={t('field.placeHint')}
            value={wish.place}
            maxLength={200}
            onChange={(place) => onChange({ place })}
            className="rail:col-span-2"
          />
          <Select
            label={t('field.shift')}
            value={wish.shift}
            options={[
              { value: '', label: t('field.usualShift') },
              ...shifts.map(({ code, hours }) => ({ value: code, label: hours })),
            ]}
            onChange={(shift) => onChange({ shift })}
          />
          <Select
            label={t('field.terminal')}
            value={wish.terminal}
            options={TERMINALS.map((one) => ({ value: one, label: t(`terminal.${one}`) }))}
            onChange={(terminal) => onChange({ terminal })}
          />
          <TextField
            label={t('field.documents')}
            hint={t('field.documentsHint')}
            value={wish.documents}
            maxLength={200}
            onChange={(documents) => onChange({ documents })}
            className="rail:col-span-2"
          />
          <Select
            label={t('field.treatment')}
            value={wish.treatment}
            options={TREATMENTS.map((one) => ({ value: one, label: t(`treatment.${one}`) }))}
            onChange={(treatment) => onChange({ treatment })}
          />
        </div>
      </details>
    </>
  )
}
