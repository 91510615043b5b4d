import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import type { Period } from './periods'
import { occupancySearch } from './search'

interface DaysFormProps {
  period: Period
  submit: string
  onChoose: (period: Period) => void
}

/** Two days typed or chosen; what makes no period is said and stays as it was typed. */
export function DaysForm({ period, submit, onChoose }: DaysFormProps) {
  const { t } = useTranslation('occupancy')
  const [from, setFrom] = useState(period.from)
  const [to, setTo] = useState(period.to)
  const [wrong, setWrong] = useState(false)
  const error = useId()
  const choose = (event: FormEvent) => {
    event.preventDefault()
    const chosen = occupancySearch({ from, to })
    if (chosen.from && chosen.to) onChoose({ from: chosen.from, to: chosen.to })
    else setWrong(true)
  }
  const day = (label: string, value: string, onChange: (value: string) => void) => (
    <label className="flex flex-col gap-1 text-sm font-bold">
      {label}
      <input
        type="date"
        value={value}
        required
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? error : undefined}
        onChange={(event) => {
          setWrong(false)
          onChange(event.target.value)
        }}
        className="min-h-11 rounded-8 border border-edge px-3 text-base font-normal"
      />
    </label>
  )
  return (
    <form onSubmit={choose} noValidate className="flex flex-col gap-3">
      <fieldset className="flex flex-wrap gap-3">
        <legend className="mb-1 text-sm text-quiet">{t('period.free')}</legend>
        {day(t('period.from'), from, setFrom)}
        {day(t('period.to'), to, setTo)}
      </fieldset>
      {wrong && (
        <p id={error} role="alert" className="text-sm font-bold text-danger">
          {t('period.wrong')}
        </p>
      )}
      <Button type="submit" className="self-start">
        {submit}
      </Button>
    </form>
  )
}
