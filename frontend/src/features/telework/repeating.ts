import { addDays, daysBetween } from '#/lib/dates'

const DAYS_A_WEEK = 7
/** 1970-01-01 was a Thursday, 3 where Monday is 0. */
const EPOCH_WEEKDAY = 3
/** Longer than this, a series would be asked for date by date too often. */
export const MOST_DAYS = 60

/** 0 is Monday, 6 is Sunday. */
export function weekdayOf(day: string): number {
  return (((daysBetween('1970-01-01', day) + EPOCH_WEEKDAY) % DAYS_A_WEEK) + DAYS_A_WEEK) % DAYS_A_WEEK
}

/** The days on these weekdays from `first` until `until`, both included; at most 60. */
export function repeatedDays(first: string, until: string, weekdays: readonly number[]): string[] {
  const days: string[] = []
  for (let day = first; day <= until && days.length < MOST_DAYS; day = addDays(day, 1)) {
    if (weekdays.includes(weekdayOf(day))) days.push(day)
  }
  return days
}
