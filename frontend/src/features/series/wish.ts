import type { components } from '#/api/generated/schema'
import { addDays, daysBetween } from '#/lib/dates'
import type { Part, SeriesSearch } from './search'

export type Wish = components['schemas']['SeriesWish']
export type ChosenDate = components['schemas']['ChosenDate']

const LONGEST_DAYS = 366
const USUAL_DAYS = 91

/** Everything the form shows, with what is not said filled in. */
export interface Form {
  desk: number
  weekdays: number[]
  every: number
  from: string
  until: string
  hours: { part: Part } | { start: string; end: string }
  closed: 'skip' | 'next_working_day'
  person: number | undefined
}

/** What is wrong with the form, by field; the words are series:new.<what>. */
export interface FormErrors {
  weekdays?: 'weekdayMissing' | 'noDay'
  from?: 'fromWrong'
  until?: 'untilWrong'
}

/** Monday is 0, as the API counts. */
export function weekdayOf(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
}

export function formOf(search: SeriesSearch & { desk: number }, today: string): Form {
  const from = search.from ?? today
  return {
    desk: search.desk,
    weekdays: search.weekdays ?? [weekdayOf(from)],
    every: search.every ?? 1,
    from,
    until: search.until ?? addDays(from, USUAL_DAYS),
    hours:
      search.start && search.end
        ? { start: search.start, end: search.end }
        : { part: search.part ?? ('full' as const) },
    closed: search.closed ?? 'skip',
    person: search.person,
  }
}

export function errorsOf(form: Form, today: string): FormErrors {
  if (form.from < today) return { from: 'fromWrong' }
  const days = daysBetween(form.from, form.until)
  if (days < 0 || days > LONGEST_DAYS) return { until: 'untilWrong' }
  if (form.weekdays.length === 0) return { weekdays: 'weekdayMissing' }
  const first = form.weekdays.map((day) => (day - weekdayOf(form.from) + 7) % 7)
  return Math.min(...first) > days ? { weekdays: 'noDay' } : {}
}

/** The wish as it is sent; `dates` are other desks for single days, or the days that are booked. */
export function wishOf(form: Form, dates?: ChosenDate[]): Wish {
  return {
    desk: form.desk,
    weekdays: form.weekdays,
    every_weeks: form.every,
    from: form.from,
    until: form.until,
    when_closed: form.closed,
    ...form.hours,
    ...(form.person ? { person: form.person } : {}),
    ...(dates ? { dates } : {}),
  }
}
