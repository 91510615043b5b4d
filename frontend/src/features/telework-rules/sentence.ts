import type { TFunction } from 'i18next'
import { KINDS } from './kinds'
import type { RuleName, RuleValues } from './queries'

export type T = TFunction<['sectionRules', 'telework', 'everyday']>
export type Value = RuleValues[RuleName]

/** Rules whose 0 has a sentence of its own. */
const ZERO: ReadonlySet<RuleName> = new Set([
  'apply_by_days',
  'post_hoc_days',
  'most_days_a_week',
  'most_days_a_month',
  'most_days_in_a_row',
  'office_days_a_week',
  'cover_after_days',
  'rest_hours',
])

/** What a rule says, as a sentence. */
export function ruleSentence(t: T, name: RuleName, value: Value): string {
  // The keys are made of the rule's name; tests hold every rule to its words.
  const say = (key: string, more: Record<string, unknown> = {}) => t(`say.${key}` as 'say.overtime_no', more)
  const kind = KINDS[name]
  if (value === null || value === undefined) return say(`${name}_none`)
  if (kind.of === 'yesNo') return say(`${name}_${value ? 'yes' : 'no'}`)
  if (kind.of === 'one') return say(`${name}_${String(value)}`)
  if (kind.of === 'many') {
    const chosen = Array.isArray(value) ? value : []
    if (chosen.length === 0) return say(`${name}_none`)
    return say(name, { what: chosen.map((one) => choiceWord(t, name, one)).join(t('separator')) })
  }
  if (name === 'day_minutes') {
    return say(name, { hours: Math.floor(Number(value) / 60), minutes: Number(value) % 60 })
  }
  if (value === 0 && ZERO.has(name)) return say(`${name}_zero`)
  return say(
    name,
    kind.of === 'number' ? { count: Number(value) } : { time: String(value).replace(/^0/, '') },
  )
}

/** One choice of a rule in a word. */
export function choiceWord(t: T, name: RuleName, choice: string): string {
  if (name === 'forms') return t(`telework:form.${choice as 'home'}`)
  if (name === 'excluded_classes') return t(`class.${choice as 'regular'}`)
  return t(`strictness.${choice as 'warn'}`)
}
