import type { TFunction } from 'i18next'
import { timeRange } from '#/lib/dates'
import { dayAndTime } from '#/lib/day-and-time'
import type { Language } from '#/lib/i18n'
import { ApiProblem, type Problem } from './problem'
import { refusalWords } from './refusal-words'

export interface ProblemWords {
  /** What was refused or failed, in a sentence. */
  title: string
  /** What stands in the way, whose rule it is, what would be allowed instead: a line each. */
  lines: string[]
}

/** An error in the reader's words; a code without words of ours speaks in the server's. */
export function problemWords(t: TFunction, language: Language, error: unknown): ProblemWords {
  if (!(error instanceof ApiProblem)) return { title: refusalWords(t, 'our_fault'), lines: [] }
  return {
    title: refusalWords(t, error.problem.code, error.problem.detail),
    lines: recovery(t, language, error.problem),
  }
}

function recovery(t: TFunction, language: Language, problem: Problem): string[] {
  const lines: string[] = []
  const rival = problem.conflicts_with
  if (rival) {
    const what = [rival.desk_code, timeRange(rival.start, rival.end), rival.reason].filter(Boolean).join(' ')
    lines.push(t('refused.conflict', { what }))
  }
  if (problem.allowed_from)
    lines.push(t('refused.from', { from: dayAndTime(problem.allowed_from, language) }))
  if (problem.allowed_until)
    lines.push(t('refused.until', { until: dayAndTime(problem.allowed_until, language) }))
  if (problem.instead?.length) {
    const desks = problem.instead.map((other) => [other.desk_code, other.area_name].filter(Boolean).join(' '))
    lines.push(t('refused.instead', { desks: desks.join(t('refused.separator')) }))
  }
  if (problem.rule) lines.push(t('refused.rule', { rule: problem.rule.name, owner: problem.rule.owner }))
  for (const [field, wrong] of Object.entries(problem.fields ?? {}))
    lines.push(`${field}: ${wrong.join(' ')}`)
  return lines
}
