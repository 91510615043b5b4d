import type { BookingRule } from './queries'

/** The rules that are numbers, with the least and the greatest the server takes. */
export const NUMBERS = {
  window_working_days: [0, 250],
  series_window_days: [0, 732],
  max_live_bookings: [0, 1000],
  max_series_dates: [0, 1000],
  longest_minutes: [0, 1440],
  check_in_opens_minutes: [0, 1440],
  release_after_minutes: [0, 1440],
  undo_minutes: [0, 1440],
  no_show_limit: [0, 100],
  no_show_days: [1, 250],
  no_show_window_days: [0, 250],
} as const satisfies Partial<Record<keyof BookingRule, readonly [number, number]>>

export type NumberRule = keyof typeof NUMBERS

/** What stands together in the form. */
export const BOOKING_NUMBERS: readonly NumberRule[] = [
  'window_working_days',
  'max_live_bookings',
  'series_window_days',
  'max_series_dates',
  'longest_minutes',
  'check_in_opens_minutes',
  'release_after_minutes',
  'undo_minutes',
]
export const NO_SHOW_NUMBERS: readonly NumberRule[] = ['no_show_limit', 'no_show_days', 'no_show_window_days']

/** What holds where no rule says anything: as in bookings.policies.rules. */
export const STANDARD = {
  window_working_days: 14,
  series_window_days: 184,
  max_live_bookings: 10,
  max_series_dates: 60,
  longest_minutes: 0,
  who_may_book: 'own_first',
  closed_days_bookable: false,
  check_in_opens_minutes: 60,
  release_after_minutes: 0,
  undo_minutes: 15,
  no_show_limit: 0,
} as const satisfies Partial<BookingRule>

export const WHO = ['everyone', 'own_first', 'own_only'] as const
export const MODES = ['bookable', 'drop_in', 'assigned', 'unavailable'] as const

/** What was typed into a field: a number, null for nothing, undefined for what is no such number. */
export function numberTyped(
  typed: string,
  [least, most]: readonly [number, number],
): number | null | undefined {
  if (typed.trim() === '') return null
  const number = Number(typed)
  return Number.isInteger(number) && number >= least && number <= most ? number : undefined
}
