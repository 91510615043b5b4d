import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, weekday } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Chip } from '#/ui/Chip'
import { TextField } from '#/ui/TextField'
import { repeatedDays, weekdayOf } from './repeating'

const SOME_MONDAY = '2026-11-23'
const WEEKDAYS = [0, 1, 2, 3, 4] as const
const FOUR_WEEKS = 28

interface SeriesFieldsProps {
  first: string
  /** The days chosen; none while there is no repetition. */
  onDays: (days: string[]) => void
}

/** The same request on some weekdays until a date; each date's outcome is shown before anything is sent. */
export function SeriesFields({ first, onDays }: SeriesFieldsProps) {
  const { t } = useTranslation('telework')
  const language = useLanguage()
  const [repeats, setRepeats] = useState(false)
  const [until, setUntil] = useState(addDays(first, FOUR_WEEKS))
  const [weekdays, setWeekdays] = useState<number[]>([weekdayOf(first)])
  const change = (on: boolean, chosen: number[], last: string) => {
    setRepeats(on)
    setWeekdays(chosen)
    setUntil(last)
    onDays(on ? repeatedDays(first, last, chosen) : [])
  }
  return (
    <div className="flex flex-col gap-3">
      <label className="inline-flex min-h-11 items-center gap-2">
        <input
          type="checkbox"
          className="size-6 accent-accent"
          checked={repeats}
          onChange={(event) => change(event.target.checked, weekdays, until)}
        />
        {t('repeat.on')}
      </label>
      {repeats && (
        <div className="flex flex-wrap items-end gap-3 border-l-4 border-card ps-4">
          <fieldset className="flex flex-wrap gap-1">
            <legend className="text-sm font-bold">{t('repeat.weekdays')}</legend>
            {WEEKDAYS.map((index) => (
              <Chip
                key={index}
                chosen={weekdays.includes(index)}
                onChange={(chosen) =>
                  change(
                    true,
                    chosen ? [...weekdays, index] : weekdays.filter((other) => other !== index),
                    until,
                  )
                }
              >
                {weekday(addDays(SOME_MONDAY, index), language)}
              </Chip>
            ))}
          </fieldset>
          <TextField
            label={t('repeat.until')}
            type="date"
            value={until}
            min={first}
            onChange={(last) => change(true, weekdays, last)}
          />
        </div>
      )}
    </div>
  )
}
