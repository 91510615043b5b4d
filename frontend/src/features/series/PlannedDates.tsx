import { useTranslation } from 'react-i18next'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { DateLine, type DateTone } from './DateLine'
import type { PlannedDate } from './queries'

interface PlannedDatesProps {
  dates: readonly PlannedDate[]
  /** The desk the series asks for. */
  wanted: { id: number; code: string }
  /** Days the person has taken out. */
  without: ReadonlySet<string>
  onTick: (day: string, taken: boolean) => void
  onDesk: (day: string, desk: number) => void
}

/** Every date of the series with what would become of it. */
export function PlannedDates({ dates, wanted, without, onTick, onDesk }: PlannedDatesProps) {
  const { t } = useTranslation(['series', 'everyday'])
  const language = useLanguage()
  return (
    <ul aria-label={t('plan.title')} className="@container">
      {dates.map((one) => {
        const name = dayName(one.day, language)
        const possible = one.outcome === 'will_book'
        const taken = possible && !without.has(one.day)
        const [tone, word] = stands(one, taken)
        return (
          <DateLine
            key={one.pattern_day}
            day={one.day}
            insteadOf={one.pattern_day === one.day ? undefined : one.pattern_day}
            tone={tone}
            word={word}
            refusal={one.refusal}
            desk={{ id: one.desk, code: one.desk_code, label: t('plan.desk', { day: name }) }}
            wanted={wanted}
            alternatives={one.alternatives}
            onDesk={(desk) => onDesk(one.day, desk)}
            tick={
              <label className="-ms-3 inline-flex size-11 shrink-0 items-center justify-center">
                <input
                  type="checkbox"
                  className="size-6 accent-(--color-accent)"
                  checked={taken}
                  disabled={!possible}
                  aria-label={t('plan.take', { day: name })}
                  onChange={(event) => onTick(one.day, event.target.checked)}
                />
              </label>
            }
          />
        )
      })}
    </ul>
  )

  function stands(one: PlannedDate, taken: boolean): [DateTone, string] {
    if (taken) return ['good', t('plan.willBook')]
    if (one.outcome === 'will_book') return ['quiet', t('plan.unticked')]
    if (one.outcome === 'skipped') return ['quiet', t('plan.skipped')]
    return ['bad', t('plan.refused')]
  }
}
