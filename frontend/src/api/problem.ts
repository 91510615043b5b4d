import type { components } from './generated/schema'

type Said = components['schemas']['Problem']

/** What the server says went wrong; `code` is any text, because a proxy or a newer server may say another. */
export type Problem = Omit<Partial<Said>, 'code' | 'status'> & { code: string; status: number }

/** A refusal or an error the server spoke of (RFC 9457), or a failure to reach it: `status` 0, code `unreachable`. */
export class ApiProblem extends Error {
  readonly code: string
  readonly status: number
  readonly problem: Problem

  constructor(problem: Problem) {
    super(`${problem.status} ${problem.code}`)
    this.name = 'ApiProblem'
    this.code = problem.code
    this.status = problem.status
    this.problem = problem
  }
}

/** The problem of an answer that is not a success; an answer without one gets the code of its status. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const said: unknown = await response
    .clone()
    .json()
    .catch(() => null)
  return new ApiProblem(isProblem(said) ? said : plain(response.status))
}

export function unreachable(): ApiProblem {
  return new ApiProblem({ status: 0, code: 'unreachable' })
}

function isProblem(said: unknown): said is Problem {
  return typeof said === 'object' && said !== null && typeof (said as Partial<Problem>).code === 'string'
}

function plain(status: number): Problem {
  const code =
    status === 401
      ? 'not_signed_in'
      : status === 403
        ? 'forbidden'
        : status === 404
          ? 'not_found'
          : 'our_fault'
  return { status, code }
}
