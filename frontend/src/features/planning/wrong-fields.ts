import { ApiProblem } from '#/api/problem'

/** What the server finds wrong with each field, by the field's own name; nothing where it says nothing of fields. */
export function fieldProblems(error: unknown): Record<string, string[]> {
  return error instanceof ApiProblem ? { ...error.problem.fields } : {}
}
