import type { components } from '#/api/generated/schema'
import { isDay } from '#/lib/dates'

export type Part = components['schemas']['Part']
export type WhenClosed = components['schemas']['WhenClosedEnum']

/** The wish as it lives in the address of its screen. */
export interface SeriesSearch {
  desk?: number
  /** The desk's code and floor, for the heading and the way back. */
  code?: string
  floor?: number
  /** Monday is 0. */
  weekdays?: number[]
  every?: number
  from?: string
  until?: string
  part?: Part
  /** Hours of one's own as `HH:MM`. */
  start?: string
  end?: string
  closed?: 'next_working_day'
  /** For whom, where it is not oneself. */
  person?: number
}

export const PARTS: readonly Part[] = ['full', 'am', 'pm']
export const MOST_WEEKS = 8

/** Read an address; what makes no sense is left out rather than refused. */
export function seriesSearch(raw: Record<string, unknown>): SeriesSearch {
  const found: SeriesSearch = {}
  for (const key of ['desk', 'floor', 'person'] as const) {
    const number = Number(raw[key])
    if (raw[key] !== undefined && Number.isSafeInteger(number) && number > 0) found[key] = number
  }
  if (typeof raw.code === 'string' || typeof raw.code === 'number') found.code = String(raw.code)
  const weekdays = listed(raw.weekdays).filter((day) => Number.isInteger(day) && day >= 0 && day <= 6)
  if (raw.weekdays !== undefined) found.weekdays = [...new Set(weekdays)].sort()
  const every = Number(raw.every)
  if (Number.isInteger(every) && every >= 2 && every <= MOST_WEEKS) found.every = every
  if (isDay(raw.from)) found.from = raw.from
  if (isDay(raw.until)) found.until = raw.until
  if (typeof raw.part === 'string' && (PARTS as readonly string[]).includes(raw.part))
    found.part = raw.part as Part
  if (isClock(raw.start) && isClock(raw.end) && raw.start < raw.end) {
    found.start = raw.start
    found.end = raw.end
  }
  if (raw.closed === 'next_working_day') found.closed = raw.closed
  return found
}

function isClock(value: unknown): value is string {
  return typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)
}

function listed(value: unknown): number[] {
  if (Array.isArray(value)) return value.map(Number)
  return value === undefined || value === '' ? [] : String(value).split(',').map(Number)
}
