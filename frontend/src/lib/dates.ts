import { cityTime, withoutZero } from './city-time'
import type { Language } from './i18n'

/** Days as people of the city write them. A day is `YYYY-MM-DD` and has no zone. */
const MS_A_DAY = 86_400_000
const REIWA_BEGAN = 2019
const APRIL = 4

const weekdays = {
  ja: new Intl.DateTimeFormat('ja-JP', { weekday: 'short', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' }),
}
const monthsInEnglish = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' })

/** `火` or `Tue`. */
export function weekday(day: string, language: Language): string {
  return weekdays[language].format(utc(day))
}

/** `11月24日(火)` or `Tue 24 Nov`. */
export function dayName(day: string, language: Language): string {
  return language === 'ja'
    ? `${monthOf(day)}月${dateOf(day)}日(${weekday(day, language)})`
    : `${weekday(day, language)} ${dateOf(day)} ${monthsInEnglish.format(utc(day))}`
}

/** `2026年11月24日(火)` or `Tue 24 Nov 2026`, where the year is not plain. */
export function dayNameWithYear(day: string, language: Language): string {
  return language === 'ja'
    ? `${yearOf(day)}年${dayName(day, language)}`
    : `${dayName(day, language)} ${yearOf(day)}`
}

/** `11月` or `Nov`. */
export function monthName(day: string, language: Language): string {
  return language === 'ja' ? `${monthOf(day)}月` : monthsInEnglish.format(utc(day))
}

/** `令和8年度` or `FY2026`: from 1 April. */
export function fiscalYear(day: string, language: Language): string {
  const year = monthOf(day) >= APRIL ? yearOf(day) : yearOf(day) - 1
  if (language === 'en') return `FY${year}`
  const reiwa = year - REIWA_BEGAN + 1
  return reiwa === 1 ? '令和元年度' : `令和${reiwa}年度`
}

/** `8:30–17:15` of two instants or of two `HH:MM`. */
export function timeRange(start: string, end: string): string {
  return `${shortTime(start)}–${shortTime(end)}`
}

/** The day `count` days after `day`, before it when negative. */
export function addDays(day: string, count: number): string {
  return new Date(utc(day).getTime() + count * MS_A_DAY).toISOString().slice(0, 10)
}

/** Days from `from` to `to`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((utc(to).getTime() - utc(from).getTime()) / MS_A_DAY)
}

export function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}

export function monthOf(day: string): number {
  return Number(day.slice(5, 7))
}

export function dateOf(day: string): number {
  return Number(day.slice(8, 10))
}

/** Whether a text is a day that exists: no 31 February. */
export function isDay(text: unknown): text is string {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = utc(text)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text
}

function shortTime(time: string): string {
  return time.includes('T') ? cityTime(time) : withoutZero(time)
}

function utc(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}
