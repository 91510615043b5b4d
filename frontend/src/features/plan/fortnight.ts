import { addDays, daysBetween } from '#/lib/dates'

export const DAYS_A_WEEK = 7
const WEEKS_SHOWN = 2
const WORKING_WEEKDAYS = 5
/** 1970-01-01 was a Thursday: the third day after its Monday. */
const EPOCH = '1970-01-01'
const EPOCH_WEEKDAY = 3

/** 0 is Monday, 6 is Sunday: as the usual week counts. */
export function weekdayOf(day: string): number {
  const since = (daysBetween(EPOCH, day) + EPOCH_WEEKDAY) % DAYS_A_WEEK
  return since < 0 ? since + DAYS_A_WEEK : since
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  return addDays(day, -weekdayOf(day))
}

/** The last day shown, where `monday` is the first. */
export function lastShown(monday: string): string {
  return addDays(monday, WEEKS_SHOWN * DAYS_A_WEEK - 1)
}

export interface ShownWeek<Day> {
  monday: string
  days: Day[]
}

interface Dated {
  day: string
  working_day: boolean
  stretches: readonly unknown[]
}

/** The weeks of a period: Monday to Friday each, and a weekend's day only where something is on it. */
export function weeksOf<Day extends Dated>(days: readonly Day[]): ShownWeek<Day>[] {
  const weeks: ShownWeek<Day>[] = []
  for (const one of days) {
    if (weekdayOf(one.day) >= WORKING_WEEKDAYS && !one.working_day && one.stretches.length === 0) continue
    const monday = mondayOf(one.day)
    const last = weeks.at(-1)
    if (last?.monday === monday) last.days.push(one)
    else weeks.push({ monday, days: [one] })
  }
  return weeks
}
