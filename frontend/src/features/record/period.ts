import { fiscalYear, monthName, monthOf, yearOf } from '#/lib/dates'
import type { Language } from '#/lib/i18n'
import type { Period } from './queries'

const APRIL = 4

/** The month of a day. */
export function monthPeriod(day: string): { month: string } {
  return { month: day.slice(0, 7) }
}

/** The fiscal year of a day. */
export function yearPeriod(day: string): { fiscal_year: number } {
  return { fiscal_year: monthOf(day) >= APRIL ? yearOf(day) : yearOf(day) - 1 }
}

/** The period before or after. */
export function movedPeriod(period: Period, by: number): Period {
  if ('fiscal_year' in period) return { fiscal_year: period.fiscal_year + by }
  const months = yearOf(period.month) * 12 + monthOf(period.month) - 1 + by
  return {
    month: `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`,
  }
}

/** A day in the period: its first. */
export function firstDay(period: Period): string {
  return 'fiscal_year' in period ? `${period.fiscal_year}-04-01` : `${period.month}-01`
}

/** 2026年11月, or 令和8年度; Nov 2026, or FY2026. */
export function periodName(period: Period, language: Language): string {
  const day = firstDay(period)
  if ('fiscal_year' in period) return fiscalYear(day, language)
  return language === 'ja'
    ? `${yearOf(day)}年${monthName(day, language)}`
    : `${monthName(day, language)} ${yearOf(day)}`
}

/** The period in the address, or the month of `today`. */
export function periodOf(search: { month?: string; year?: number }, today: string): Period {
  if (search.year !== undefined) return { fiscal_year: search.year }
  return search.month === undefined ? monthPeriod(today) : { month: search.month }
}

export function isMonth(text: unknown): text is string {
  return typeof text === 'string' && /^20\d{2}-(0[1-9]|1[0-2])$/.test(text)
}
