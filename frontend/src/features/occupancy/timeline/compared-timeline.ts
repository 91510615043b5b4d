import { addDays, daysBetween, monthOf, yearOf } from '#/lib/dates'
import type { Timeline, TimelineRow } from '../answers'

/** A place on the axis: what was counted there in the period, and in the other one. */
export interface Meeting {
  /** The day of the period, or the first of its week or month. */
  day: string
  now: TimelineRow | null
  other: TimelineRow | null
}

export interface Meetings {
  meetings: readonly Meeting[]
  /** Rows of the other period that have no place in this one, because it is the longer. */
  beyond: number
}

const WEEK = 7
const MONTHS = 12

/**
 * The rows of two periods by their place: Mondays meet Mondays, weeks weeks, and the first month the first. Two
 * periods of less than a week meet by the day they are in, the first with the first.
 */
export function meetingsOf(now: Timeline, other: Timeline | null): Meetings {
  if (!other || other.by !== now.by) {
    return { meetings: now.rows.map((row) => ({ day: row.day, now: row, other: null })), beyond: 0 }
  }
  const place = placing(now, other)
  const others = new Map(other.rows.map((row) => [place(row.day), row]))
  const days = new Map(now.rows.map((row) => [row.day, row]))
  const inside = [...others.keys()].filter((day) => isWithin(day, now))
  const all = [...new Set([...days.keys(), ...inside])].sort()
  return {
    meetings: all.map((day) => ({ day, now: days.get(day) ?? null, other: others.get(day) ?? null })),
    beyond: others.size - inside.length,
  }
}

/** Where a day of the other period falls in this one. */
function placing(now: Timeline, other: Timeline): (day: string) => string {
  const [from, first] = [now.scope.from, other.scope.from]
  if (now.by === 'month') {
    const months = monthNumber(from) - monthNumber(first)
    return (day) => firstOfMonth(monthNumber(day) + months)
  }
  const apart = daysBetween(first, from)
  const short = lengthOf(now) < WEEK || lengthOf(other) < WEEK
  const days = short && now.by === 'day' ? apart : Math.round(apart / WEEK) * WEEK
  return (day) => addDays(day, days)
}

/** Whether a place is of the period; the first week or month of it may begin before it does. */
function isWithin(day: string, { by, scope }: Timeline): boolean {
  const last =
    by === 'day' ? day : by === 'week' ? addDays(day, WEEK - 1) : firstOfMonth(monthNumber(day) + 1)
  return day <= scope.to && (by === 'month' ? last > scope.from : last >= scope.from)
}

function lengthOf({ scope }: Timeline): number {
  return daysBetween(scope.from, scope.to) + 1
}

function monthNumber(day: string): number {
  return yearOf(day) * MONTHS + monthOf(day) - 1
}

function firstOfMonth(number: number): string {
  const year = String(Math.floor(number / MONTHS)).padStart(4, '0')
  return `${year}-${String((number % MONTHS) + 1).padStart(2, '0')}-01`
}
