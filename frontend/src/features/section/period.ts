import { addDays, dateOf, dayName, isDay, monthOf, yearOf } from '#/lib/dates'
import type { Language } from '#/lib/i18n'

export type View = 'week' | 'month'

/** What the address holds: any day of the period, and how much of it is shown. */
export interface SectionSearch {
  day?: string
  view?: View
}

export interface Period {
  from: string
  to: string
}

const DAYS_IN_WEEK = 7
const SATURDAY = 6
const SUNDAY = 0

export function sectionSearch(raw: Record<string, unknown>): SectionSearch {
  return {
    ...(isDay(raw.day) ? { day: raw.day } : {}),
    ...(raw.view === 'month' ? { view: 'month' as const } : {}),
  }
}

/** Monday to Sunday around `day`, or its month from the first day to the last. */
export function periodOf(day: string, view: View): Period {
  if (view === 'month') {
    const from = `${day.slice(0, 8)}01`
    return { from, to: addDays(firstOfNextMonth(from), -1) }
  }
  const from = addDays(day, -((weekdayNumber(day) + DAYS_IN_WEEK - 1) % DAYS_IN_WEEK))
  return { from, to: addDays(from, DAYS_IN_WEEK - 1) }
}

/** A day of the period before (-1) or after (1) the one that `day` lies in. */
export function stepped(day: string, view: View, step: 1 | -1): string {
  const { from, to } = periodOf(day, view)
  return step === 1 ? addDays(to, 1) : periodOf(addDays(from, -1), view).from
}

/** `11月23日–27日`, `11月30日–12月4日`, `2026年11月`; in English `23–27 Nov`, `Nov 2026`. */
export function periodName({ from, to }: Period, view: View, language: Language): string {
  if (view === 'month') {
    return language === 'ja'
      ? `${yearOf(from)}年${monthOf(from)}月`
      : `${dayName(from, 'en').split(' ').at(-1)} ${yearOf(from)}`
  }
  const friday = addDays(to, -2)
  const sameMonth = monthOf(from) === monthOf(friday)
  if (language === 'ja') {
    const begin = `${monthOf(from)}月${dateOf(from)}日`
    return sameMonth ? `${begin}–${dateOf(friday)}日` : `${begin}–${monthOf(friday)}月${dateOf(friday)}日`
  }
  const [, , month] = dayName(friday, 'en').split(' ')
  return sameMonth
    ? `${dateOf(from)}–${dateOf(friday)} ${month}`
    : `${dateOf(from)} ${dayName(from, 'en').split(' ').at(-1)} – ${dateOf(friday)} ${month}`
}

export function isWeekend(day: string): boolean {
  const number = weekdayNumber(day)
  return number === SATURDAY || number === SUNDAY
}

function weekdayNumber(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

function firstOfNextMonth(from: string): string {
  const december = monthOf(from) === 12
  const year = december ? yearOf(from) + 1 : yearOf(from)
  const month = december ? 1 : monthOf(from) + 1
  return `${year}-${String(month).padStart(2, '0')}-01`
}
