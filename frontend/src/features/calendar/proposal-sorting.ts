import type { Proposal } from './proposal-queries'

/** How many stand in the strip before the rest is asked for. */
const FEW = 3

/** The first few and the rest; the one that would stand alone behind the button comes along. */
export function fewFirst<One>(all: readonly One[]): { shown: readonly One[]; more: number } {
  if (all.length <= FEW + 1) return { shown: all, more: 0 }
  return { shown: all.slice(0, FEW), more: all.length - FEW }
}

/** Those that can be accepted together: leave and trips that nothing has refused. */
export function togetherAcceptable(all: readonly Proposal[]): Proposal[] {
  return all.filter(({ kind, refused }) => (kind === 'leave' || kind === 'trip') && !refused)
}

/** What is proposed for half a day: a place alone, because giving up says itself in the strip. */
export function proposedIn(all: readonly Proposal[], day: string, half: 'am' | 'pm'): Proposal | null {
  return all.find((one) => one.day === day && (one.part === 'full' || one.part === half)) ?? null
}

/** Whether accepting gives up telework: that is asked first, because it cannot be put back. */
export function givesUpTelework({ kind, holder }: Proposal): boolean {
  return kind === 'release' && holder?.kind === 'telework'
}
