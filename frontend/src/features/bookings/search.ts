import type { components } from '#/api/generated/schema'
import { isDay } from '#/lib/dates'

export type Part = components['schemas']['Part']
export type Feature = components['schemas']['Feature']

/** What of a day is looked at: a part, or hours of one's own as `HH:MM`. */
export type Asked = { part: Part } | { start: string; end: string }

/** The state of "Book a desk" that lives in its URL. */
export interface BookSearch {
  /** YYYY-MM-DD; the city's today when absent. */
  day?: string
  part?: Part
  start?: string
  end?: string
  floor?: number
  desk?: number
  features?: Feature[]
  area?: number
  /** The person to sit near. */
  near?: number
  /** For whom, where it is not oneself. */
  person?: number
  /** The section whose people are ringed. */
  section?: number
  /** The list shows open desks only. */
  open?: boolean
  /** The booking being changed. */
  booking?: number
  /** A desk is chosen for me. */
  choose?: true
  /** What a phone shows. */
  view?: 'list'
}

export const FEATURES: readonly Feature[] = ['monitor', 'height_adjustable', 'quiet', 'accessible', 'window']
const PARTS: readonly string[] = ['full', 'am', 'pm']

/** Read a URL's search; what makes no sense is left out rather than refused. */
export function bookSearch(raw: Record<string, unknown>): BookSearch {
  const found: BookSearch = {}
  if (isDay(raw.day)) found.day = raw.day
  if (typeof raw.part === 'string' && PARTS.includes(raw.part)) found.part = raw.part as Part
  const { start, end } = raw
  if (isClock(start) && isClock(end) && start < end) {
    found.start = start
    found.end = end
  }
  for (const key of ['floor', 'desk', 'area', 'near', 'person', 'section', 'booking'] as const) {
    const number = Number(raw[key])
    if (raw[key] !== undefined && Number.isSafeInteger(number) && number > 0) found[key] = number
  }
  const features = listed(raw.features).filter((one): one is Feature => FEATURES.includes(one as Feature))
  if (features.length > 0) found.features = features
  if (raw.open === true || raw.open === 'true') found.open = true
  if (raw.choose === true || raw.choose === 'true') found.choose = true
  if (raw.view === 'list') found.view = 'list'
  return found
}

export function askedOf(search: BookSearch): Asked {
  if (search.start && search.end) return { start: search.start, end: search.end }
  return { part: search.part ?? 'full' }
}

function isClock(value: unknown): value is string {
  return typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)
}

function listed(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String)
  return typeof value === 'string' ? value.split(',') : []
}
