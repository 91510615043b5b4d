import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { dateOf, dayName, weekday } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import type { MenuChoice } from './ChoiceMenu'
import { HalfCell, type Offer } from './HalfCell'
import type { Half, Part, PlanDay } from './queries'
import { RowNotes } from './RowNotes'
import { type Shift, ShiftChoice } from './ShiftChoice'
import type { UsualDesk } from './usual-desk'

export interface RowEvents {
  onChoose: (plan: PlanDay, half: Half, choice: MenuChoice, part: Part) => void
  onShift: (plan: PlanDay, shift: Shift['code'], hours: string) => void
  onTick: (day: string, ticked: boolean) => void
}

interface PlanRowProps extends RowEvents {
  plan: PlanDay
  today: string
  usual: UsualDesk | null
  shifts: readonly Shift[]
  busy: boolean
  /** Ticked or not while several days are chosen; null otherwise. */
  ticked: boolean | null
  /** What is on in the city. */
  events: readonly string[]
  offerFor: (plan: PlanDay, half: Half) => Offer | null
  /** What this day was opened for: a form, a refusal. */
  children?: ReactNode
}

/** One day: its date, morning and afternoon, its hours, and what is to be known about it. */
export function PlanRow(props: PlanRowProps) {
  const { plan, today, usual, shifts, busy, ticked, events, offerFor, children, ...on } = props
  const { t } = useTranslation('plan')
  const language = useLanguage()
  const isToday = plan.day === today
  const past = plan.day < today
  const closed = !plan.working_day && plan.stretches.length === 0 && plan.pending.length === 0
  return (
    <li
      id={`plan-${plan.day}`}
      aria-current={isToday ? 'date' : undefined}
      className="border-b border-hair py-1.5 rail:py-1"
      aria-label={dayName(plan.day, language)}
    >
      <div className="grid grid-cols-[6.25rem_minmax(0,1fr)_minmax(0,1fr)] items-stretch gap-x-1 rail:grid-cols-[7.5rem_minmax(0,12rem)_minmax(0,12rem)_7.5rem_minmax(0,1fr)] rail:gap-x-1">
        <div
          className={`flex items-center gap-1 ${isToday ? 'border-l-[3px] border-accent ps-2' : 'ps-2.75'} ${past ? 'text-quiet' : ''}`}
        >
          {ticked !== null && !past && !closed && (
            <input
              type="checkbox"
              aria-label={t('tick', { day: dayName(plan.day, language) })}
              checked={ticked}
              onChange={(event) => on.onTick(plan.day, event.target.checked)}
              className="me-1 size-6 accent-accent"
            />
          )}
          <span className="shrink-0 text-lg leading-[1.3] font-bold" aria-hidden="true">
            {dateOf(plan.day)}
          </span>
          <span className="text-sm leading-[1.3]" aria-hidden="true">
            {weekday(plan.day, language)}{' '}
            {isToday && <span className="inline-block font-bold">{t('today')}</span>}
          </span>
        </div>
        {closed ? (
          <p className="hatched col-span-2 flex min-h-12 items-center justify-center rounded-4 px-2 text-sm text-quiet">
            <span className="bg-white px-2">{plan.holiday ?? t('closed')}</span>
          </p>
        ) : (
          <>
            {(['am', 'pm'] as const).map((half) => (
              <div key={half} className="max-rail:row-span-2">
                <HalfCell
                  plan={plan}
                  half={half}
                  usual={usual}
                  busy={busy}
                  past={past}
                  offer={past ? null : offerFor(plan, half)}
                  onChoose={(choice, part) => on.onChoose(plan, half, choice, part)}
                />
              </div>
            ))}
            <div className="ps-2 max-rail:col-start-1 max-rail:row-start-2">
              <ShiftChoice
                plan={plan}
                shifts={shifts}
                disabled={past}
                onChange={(shift, hours) => on.onShift(plan, shift, hours)}
              />
            </div>
          </>
        )}
        <div className="max-rail:col-span-3 rail:ps-3">
          {!past && <RowNotes plan={plan} events={events} />}
        </div>
      </div>
      {children}
    </li>
  )
}
