import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { daysBetween, isDay } from '#/lib/dates'
import { Button } from '#/ui/Button'

const LONGEST_DAYS = 1830

interface PeriodFormProps {
  from: string
  to: string
  onPeriod: (from: string, to: string) => void
}

/** The days that are shown. What makes no period is said and stays as it was typed. */
export function PeriodForm({ from: first, to: last, onPeriod }: PeriodFormProps) {
  const { t } = useTranslation('gateLog')
  const [from, setFrom] = useState(first)
  const [to, setTo] = useState(last)
  const [wrong, setWrong] = useState(false)
  const error = useId()
  const show = (event: FormEvent) => {
    event.preventDefault()
    const length = isDay(from) && isDay(to) ? daysBetween(from, to) : -1
    if (length < 0 || length >= LONGEST_DAYS) setWrong(true)
    else onPeriod(from, to)
  }
  const field = (label: string, value: string, onChange: (value: string) => void) => (
    <label className="flex flex-col gap-1 text-sm font-bold">
      {label}
      <input
        type="date"
        value={value}
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
    <form onSubmit={show} noValidate className="flex flex-col gap-2">
      <div className="flex flex-wrap items-end gap-3">
        {field(t('from'), from, setFrom)}
        {field(t('to'), to, setTo)}
        <Button type="submit" kind="quiet">
          {t('show')}
        </Button>
      </div>
      {wrong && (
        <p id={error} role="alert" className="text-sm font-bold text-danger">
          {t('wrongPeriod')}
        </p>
      )}
    </form>
  )
}
