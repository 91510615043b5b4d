import type { TFunction } from 'i18next'
import type { BookingRule } from './queries'
import { BOOKING_NUMBERS, NO_SHOW_NUMBERS, type NumberRule } from './values'

type T = TFunction<['rules', 'everyday']>

/** A rule's values where 0 means that there is none. */
const NONE = {
  longest_minutes: 'line.longest_none',
  release_after_minutes: 'line.release_none',
  no_show_limit: 'line.no_show_none',
} as const

/** What a row of rules says, a sentence each; what it leaves open has none. */
export function ruleLines(t: T, rule: Partial<BookingRule>): string[] {
  const lines: string[] = []
  if (rule.who_may_book) lines.push(t(`who.${rule.who_may_book}`))
  for (const name of BOOKING_NUMBERS) push(name)
  if (rule.closed_days_bookable != null) {
    lines.push(t(rule.closed_days_bookable ? 'line.closed_yes' : 'line.closed_no'))
  }
  for (const name of NO_SHOW_NUMBERS) push(name)
  return lines

  function push(name: NumberRule): void {
    const value = rule[name]
    if (value == null) return
    const none = value === 0 && name in NONE ? NONE[name as keyof typeof NONE] : null
    lines.push(none ? t(none) : t(`line.${name}`, { count: value }))
  }
}
