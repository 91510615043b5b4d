import { daysBetween, isDay } from '#/lib/dates'
import type { By, Source } from '../answers'
import { type Period, presetPeriod } from './periods'

export const SOURCES: readonly Source[] = ['booking', 'check_in', 'gate', 'count', 'sensor']
export const PLACE_KINDS = ['building', 'floor', 'area', 'department'] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]
const STEPS: readonly By[] = ['day', 'week', 'month']
/** The longest period a report takes. */
export const MOST_DAYS = 1830
const DAYS_BY_DAY = 100
const DAYS_BY_WEEK = 400

/** Everything chosen on 利用状況: it lives in the address, so that a link shows the same. */
export interface OccupancySearch {
  from?: string
  to?: string
  building?: number
  floor?: number
  area?: number
  department?: number
  source?: Source
  compare_from?: string
  compare_to?: string
  by?: By
  /** The floor that is drawn. */
  map?: number
  /** HH:MM: the half hour that is drawn, the whole day without it. */
  at?: string
  /** The figure whose definition is open. */
  define?: string
  /** The parts whose tables are open. */
  tables?: string[]
  /** The column by which sections are ranked, `-` before it for the smallest first. */
  sort?: string
}

/** Read an address; what makes no sense is left out rather than refused. */
export function occupancySearch(raw: Record<string, unknown>): OccupancySearch {
  const found: OccupancySearch = {}
  const period = periodIn(raw.from, raw.to)
  if (period) Object.assign(found, period)
  const compared = periodIn(raw.compare_from, raw.compare_to)
  if (compared) Object.assign(found, { compare_from: compared.from, compare_to: compared.to })
  const place = PLACE_KINDS.find((kind) => isId(raw[kind]))
  if (place) found[place] = Number(raw[place])
  if (isOneOf(SOURCES, raw.source)) found.source = raw.source
  if (isOneOf(STEPS, raw.by)) found.by = raw.by
  if (isId(raw.map)) found.map = Number(raw.map)
  if (typeof raw.at === 'string' && /^([01]\d|2[0-3]):[03]0$/.test(raw.at)) found.at = raw.at
  if (typeof raw.define === 'string') found.define = raw.define
  if (typeof raw.sort === 'string') found.sort = raw.sort
  const tables = Array.isArray(raw.tables) ? raw.tables : [raw.tables]
  const open = tables.filter((one): one is string => typeof one === 'string' && one !== '')
  if (open.length > 0) found.tables = open
  return found
}

/** The query that every report takes. */
export interface Asked extends Period {
  building?: number
  floor?: number
  area?: number
  department?: number
  source: Source
}

export function askedOf(search: OccupancySearch, today: string): Asked {
  const place = PLACE_KINDS.find((kind) => search[kind] !== undefined)
  return {
    ...periodOf(search, today),
    ...(place && { [place]: search[place] }),
    source: search.source ?? 'booking',
  }
}

export function periodOf({ from, to }: OccupancySearch, today: string): Period {
  return from && to ? { from, to } : presetPeriod('weeks', today)
}

export function comparedOf({ compare_from, compare_to }: OccupancySearch): Period | null {
  return compare_from && compare_to ? { from: compare_from, to: compare_to } : null
}

/** Days as bars while they can be told apart, else weeks, else months. */
export function stepOf(search: OccupancySearch, period: Period): By {
  if (search.by) return search.by
  const days = daysBetween(period.from, period.to) + 1
  return days <= DAYS_BY_DAY ? 'day' : days <= DAYS_BY_WEEK ? 'week' : 'month'
}

function periodIn(from: unknown, to: unknown): Period | null {
  if (!isDay(from) || !isDay(to) || from > to || daysBetween(from, to) >= MOST_DAYS) return null
  return { from, to }
}

function isId(value: unknown): boolean {
  const number = Number(value)
  return value != null && value !== '' && Number.isSafeInteger(number) && number > 0
}

function isOneOf<Value extends string>(values: readonly Value[], value: unknown): value is Value {
  return values.some((one) => one === value)
}
