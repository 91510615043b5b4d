import { ApiProblem } from '#/api/problem'

/** What keeps a calendar from being spoken to, as the server names it; a newer one is `unknown`. */
const TROUBLES = [
  'password',
  'forbidden',
  'calendar_gone',
  'quota',
  'not_a_calendar',
  'not_allowed',
  'unreachable',
  'too_slow',
  'certificate',
  'too_large',
  'redirects',
] as const
export type Trouble = (typeof TROUBLES)[number] | 'unknown'

/** Troubles that go away by themselves: nobody has to do anything but wait. */
const PASSING: readonly Trouble[] = ['unreachable', 'too_slow']

export function troubleNamed(code: string): Trouble {
  return TROUBLES.find((one) => one === code) ?? 'unknown'
}

export function passes(trouble: Trouble): boolean {
  return PASSING.includes(trouble)
}

/** What kept a calendar from answering, where that is what was refused; null for any other error. */
export function troubleRefused(error: unknown): Trouble | null {
  if (!(error instanceof ApiProblem) || error.code !== 'calendar_trouble') return null
  return troubleNamed(error.problem.trouble ?? '')
}

/** Which field of the account to look at first. */
export function fieldToMend(trouble: Trouble): 'address' | 'password' {
  return trouble === 'password' || trouble === 'forbidden' ? 'password' : 'address'
}
