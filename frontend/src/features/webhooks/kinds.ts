import type { WebhookKind } from './shapes'

export const GROUPS = ['bookings', 'telework', 'plans', 'city'] as const
export type Group = (typeof GROUPS)[number]

/** The kinds by the heading under which they stand, in the server's order. */
export function inGroups(kinds: readonly WebhookKind[]): { group: Group; names: string[] }[] {
  return GROUPS.map((group) => ({
    group,
    names: kinds.filter((kind) => kind.group === group).map(({ name }) => name),
  })).filter(({ names }) => names.length > 0)
}

/** What is chosen once all of `names` are, or none of them where all were. */
export function toggledAll(chosen: readonly string[], names: readonly string[]): string[] {
  const all = names.every((name) => chosen.includes(name))
  const others = chosen.filter((name) => !names.includes(name))
  return all ? others : [...others, ...names]
}
