import type { components } from '#/api/generated/schema'
import { cityTime } from '#/lib/city-time'
import { dayAndTime } from '#/lib/day-and-time'
import type { Language } from '#/lib/i18n'

export type Notice = components['schemas']['Notice']

const CLOCK_TIMES = new Set(['start', 'end', 'was_start', 'was_end'])
const NOTHING = '–'
const MOST_IN_A_LIST = 3

/** How a list is written: what stands between its members, and that there are more than those shown. */
export interface ListWords {
  between: string
  more: (shown: string, rest: number) => string
}

/** The facts of a notice as the reader writes them; one that is not known is a dash. */
export function factsInWords(
  facts: Notice['facts'],
  language: Language,
  lists: ListWords,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      Array.isArray(value) && value.length > 0
        ? listInWords(name, value, language, lists)
        : factInWords(name, value, language),
    ]),
  )
}

function listInWords(name: string, values: unknown[], language: Language, { between, more }: ListWords) {
  const shown = values
    .slice(0, MOST_IN_A_LIST)
    .map((value) => factInWords(name, value, language))
    .join(between)
  return values.length > MOST_IN_A_LIST ? more(shown, values.length - MOST_IN_A_LIST) : shown
}

function factInWords(name: string, value: unknown, language: Language): string {
  if (value === null || value === undefined || value === '' || Array.isArray(value)) return NOTHING
  if (typeof value !== 'string') return String(value)
  return CLOCK_TIMES.has(name) && value.includes('T') ? cityTime(value) : dayAndTime(value, language)
}
