import type { components } from '#/api/generated/schema'
import { isDay } from '#/lib/dates'

type Part = components['schemas']['Part']

const PARTS: readonly string[] = ['full', 'am', 'pm']

/** The state of 座席抽選 that lives in its address. */
export interface SeatsSearch {
  department?: number
  day?: string
  part?: Part
  existing?: 'redraw'
  /** Those who do not take part. */
  without?: number[]
  /** A draw that was done. */
  draw?: number
}

/** The state of グループで席をとる that lives in its address. */
export interface GroupSearch {
  day?: string
  part?: Part
  people?: number[]
  /** Everybody of my section is proposed: it is their team day. */
  team?: boolean
}

/** Read an address; what makes no sense is left out rather than refused. */
export function seatsSearch(raw: Record<string, unknown>): SeatsSearch {
  const found: SeatsSearch = when(raw)
  const department = id(raw.department)
  if (department) found.department = department
  const draw = id(raw.draw)
  if (draw) found.draw = draw
  if (raw.existing === 'redraw') found.existing = 'redraw'
  const without = ids(raw.without)
  if (without.length > 0) found.without = without
  return found
}

/** Read an address; what makes no sense is left out rather than refused. */
export function groupSearch(raw: Record<string, unknown>): GroupSearch {
  const found: GroupSearch = when(raw)
  const people = ids(raw.people)
  if (people.length > 0) found.people = people
  if (raw.team === true || raw.team === 'true') found.team = true
  return found
}

function when(raw: Record<string, unknown>): { day?: string; part?: Part } {
  const found: { day?: string; part?: Part } = {}
  if (isDay(raw.day)) found.day = raw.day
  if (typeof raw.part === 'string' && PARTS.includes(raw.part)) found.part = raw.part as Part
  return found
}

function id(value: unknown): number | null {
  const number = Number(value)
  return value !== undefined && Number.isSafeInteger(number) && number > 0 ? number : null
}

function ids(value: unknown): number[] {
  const listed = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [value]
  return [...new Set(listed.map(id).filter((one) => one !== null))]
}
