import { KINDS } from './kinds'
import type { DepartmentRules, RuleName, RuleValues } from './queries'

/** What a rule's field holds: typed text, a chosen word, or chosen words; null leaves the rule to the level above. */
export type Typed = string | readonly string[] | null
export type Draft = Partial<Record<RuleName, Typed>>

/** A row's own words as its fields hold them. */
export function draftOf(own: RuleValues, names: readonly RuleName[]): Draft {
  return Object.fromEntries(names.map((name) => [name, typedOf(own[name])]))
}

function typedOf(value: RuleValues[RuleName]): Typed {
  if (value === null || value === undefined) return null
  if (Array.isArray(value)) return value
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return String(value)
}

/** The rules whose field holds what the rule cannot say. */
export function wrongIn(draft: Draft): ReadonlySet<RuleName> {
  const wrong = new Set<RuleName>()
  for (const [name, typed] of Object.entries(draft) as [RuleName, Typed][]) {
    const kind = KINDS[name]
    if (typed === null || typed === '') continue
    if (kind.of === 'number') {
      const number = Number(typed)
      const whole = /^\d{1,5}$/.test(String(typed))
      if (!whole || number < kind.min || number > kind.max) wrong.add(name)
    }
    if (kind.of === 'many' && !kind.mayBeNone && typed.length === 0) wrong.add(name)
  }
  return wrong
}

/** What the draft changes of the row's own words, as the API takes it. */
export function changesIn(draft: Draft, own: RuleValues): Partial<RuleValues> {
  const changed: Partial<Record<RuleName, unknown>> = {}
  for (const [name, typed] of Object.entries(draft) as [RuleName, Typed][]) {
    const value = saidBy(name, typed)
    if (JSON.stringify(value) !== JSON.stringify(own[name] ?? null)) changed[name] = value
  }
  // Each value has just been made of its rule's own kind.
  return changed as Partial<RuleValues>
}

function saidBy(name: RuleName, typed: Typed): unknown {
  if (typed === null || typed === '') return null
  const kind = KINDS[name]
  if (kind.of === 'number') return Number(typed)
  if (kind.of === 'yesNo') return typed === 'yes'
  return typed
}

/** What puts these changes back. */
export function undoing(changes: Partial<RuleValues>, own: DepartmentRules['own']): Partial<RuleValues> {
  const names = Object.keys(changes) as RuleName[]
  return Object.fromEntries(names.map((name) => [name, own[name] ?? null]))
}
