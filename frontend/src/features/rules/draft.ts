import type { BookingRule, RuleBody } from './queries'
import { BOOKING_NUMBERS, NO_SHOW_NUMBERS, NUMBERS, type NumberRule, numberTyped } from './values'

/** A rule as it is being typed: every number is still text. */
export interface Draft {
  name: string
  name_en: string
  owner: string
  owner_en: string
  area: number | null
  desk_mode: NonNullable<BookingRule['desk_mode']>
  department: number | null
  who_may_book: NonNullable<BookingRule['who_may_book']>
  closed_days_bookable: '' | 'yes' | 'no'
  numbers: Record<NumberRule, string>
}

export const EVERY_NUMBER: readonly NumberRule[] = [...BOOKING_NUMBERS, ...NO_SHOW_NUMBERS]

export function draftOf(rule: BookingRule | null): Draft {
  const numbers = EVERY_NUMBER.map((name) => [name, rule?.[name] == null ? '' : String(rule[name])])
  return {
    name: rule?.name ?? '',
    name_en: rule?.name_en ?? '',
    owner: rule?.owner ?? '',
    owner_en: rule?.owner_en ?? '',
    area: rule?.area ?? null,
    desk_mode: rule?.desk_mode ?? '',
    department: rule?.department ?? null,
    who_may_book: rule?.who_may_book ?? '',
    closed_days_bookable: rule?.closed_days_bookable == null ? '' : rule.closed_days_bookable ? 'yes' : 'no',
    numbers: Object.fromEntries(numbers) as Record<NumberRule, string>,
  }
}

/** The fields that are wrong; what is wrong with one is said beside it. */
export function wrongIn(draft: Draft): Set<'name' | 'owner' | NumberRule> {
  const wrong = new Set<'name' | 'owner' | NumberRule>()
  if (!draft.name.trim()) wrong.add('name')
  if (!draft.owner.trim()) wrong.add('owner')
  for (const name of EVERY_NUMBER) {
    if (numberTyped(draft.numbers[name], NUMBERS[name]) === undefined) wrong.add(name)
  }
  return wrong
}

/** The rule as it is sent; what was left empty is said to be left open. */
export function bodyOf(draft: Draft): RuleBody {
  const numbers = EVERY_NUMBER.map((name) => [name, numberTyped(draft.numbers[name], NUMBERS[name]) ?? null])
  const { name, name_en, owner, owner_en, area, desk_mode, department, who_may_book } = draft
  return {
    name: name.trim(),
    name_en: name_en.trim(),
    owner: owner.trim(),
    owner_en: owner_en.trim(),
    area,
    desk_mode,
    department,
    who_may_book,
    closed_days_bookable: draft.closed_days_bookable === '' ? null : draft.closed_days_bookable === 'yes',
    ...Object.fromEntries(numbers),
  }
}
