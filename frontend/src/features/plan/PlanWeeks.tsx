import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, dayName, monthName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { weeksOf } from './fortnight'
import type { Offer } from './HalfCell'
import { PlanRow, type RowEvents } from './PlanRow'
import type { Half, PlanDay } from './queries'
import type { Shift } from './ShiftChoice'
import type { UsualDesk } from './usual-desk'

interface PlanWeeksProps extends RowEvents {
  days: readonly PlanDay[]
  today: string
  usual: UsualDesk | null
  shifts: readonly Shift[]
  busy: ReadonlySet<string>
  /** The days ticked while several are chosen; null when none are being chosen. */
  ticked: ReadonlySet<string> | null
  /** What is on in the city on a day. */
  eventsOf: (day: string) => readonly string[]
  /** What is proposed for half a day. */
  offerFor: (plan: PlanDay, half: Half) => Offer | null
  /** What stands under a day. */
  below: (plan: PlanDay) => ReactNode
  /** What can be done with a week. */
  weekActions: (monday: string) => ReactNode
}

const FRIDAY = 4

/** My weeks as rows of days, morning and afternoon as columns. */
export function PlanWeeks(props: PlanWeeksProps) {
  const { days, today, usual, shifts, busy, ticked, eventsOf, offerFor, below, weekActions, ...on } = props
  const { t } = useTranslation('plan')
  const { t: everyday } = useTranslation()
  const language = useLanguage()
  return (
    <div className="flex flex-col gap-8">
      {weeksOf(days).map(({ monday, days: week }) => (
        <section key={monday} aria-labelledby={`week-${monday}`}>
          <div className="flex flex-wrap items-center justify-between gap-x-4">
            <h2 id={`week-${monday}`} className="text-lg font-bold">
              {t('week', {
                month: monthName(monday, language),
                from: dayName(monday, language),
                to: dayName(addDays(monday, FRIDAY), language),
              })}
            </h2>
            {weekActions(monday)}
          </div>
          <div
            aria-hidden="true"
            className="grid grid-cols-[6.25rem_minmax(0,1fr)_minmax(0,1fr)] gap-x-1 border-b border-solid-gray-420 py-1 text-sm text-quiet rail:grid-cols-[7.5rem_minmax(0,12rem)_minmax(0,12rem)_7.5rem_minmax(0,1fr)]"
          >
            <span className="ps-2.75">{t('columns.day')}</span>
            <span>{everyday('part.am')}</span>
            <span>{everyday('part.pm')}</span>
            <span className="hidden ps-4 rail:block">{t('columns.shift')}</span>
          </div>
          <ol>
            {week.map((plan) => (
              <PlanRow
                key={plan.day}
                plan={plan}
                today={today}
                usual={usual}
                shifts={shifts}
                busy={busy.has(plan.day)}
                ticked={ticked ? ticked.has(plan.day) : null}
                events={eventsOf(plan.day)}
                offerFor={offerFor}
                {...on}
              >
                {below(plan)}
              </PlanRow>
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}
