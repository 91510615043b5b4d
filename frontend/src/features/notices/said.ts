import type { components } from '#/api/generated/schema'
import { cityTime } from '#/lib/city-time'
import { dayAndTime } from '#/lib/day-and-time'
import type { Language } from '#/lib/i18n'

export type Notice = components['schemas']['Notice']

const CLOCK_TIMES = new Set(['start', 'end', 'was_start', 'was_end'])
const NOTHING = '–'

/** The facts of a notice as the reader writes them; one that is not known is a dash. */
export function factsInWords(facts: Notice['facts'], language: Language): Record<string, string> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, factInWords(name, value, language)]),
  )
}

function factInWords(name: string, value: unknown, language: Language): string {
  if (value === null || value === undefined || value === '') return NOTHING
  if (typeof value !== 'string') return String(value)
  return CLOCK_TIMES.has(name) && value.includes('T') ? cityTime(value) : dayAndTime(value, language)
}
