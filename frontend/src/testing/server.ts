import { vi } from 'vitest'

type Answer = { status?: number; body?: unknown }
type Answers = Record<string, Answer | ((request: Asked) => Answer)>

export interface Asked {
  method: string
  /** Below /api/v1. */
  path: string
  query: URLSearchParams
  body: unknown
  headers: Headers
}

/**
 * A server of a few fixed answers at the network's edge, by `METHOD /path/`. Returns what was asked of it; another
 * address is a 404, so that a test fails loudly.
 */
export function serverAnswers(answers: Answers): Asked[] {
  const asked: Asked[] = []
  vi.stubGlobal('fetch', async (request: Request) => {
    const url = new URL(request.url)
    const text = await request.text()
    const one: Asked = {
      method: request.method,
      path: url.pathname.replace('/api/v1', ''),
      query: url.searchParams,
      body: text ? JSON.parse(text) : null,
      headers: request.headers,
    }
    asked.push(one)
    const said = answers[`${one.method} ${one.path}`]
    const answer = typeof said === 'function' ? said(one) : said
    if (!answer) return problem(404, 'not_found')
    const status = answer.status ?? 200
    if (status === 204) return new Response(null, { status })
    return new Response(JSON.stringify(answer.body), {
      status,
      headers: { 'Content-Type': 'application/json' },
    })
  })
  return asked
}

/** An answer that refuses: `refused(409, 'desk_taken')`. */
export function refused(status: number, code: string, facts: Record<string, unknown> = {}): Answer {
  return {
    status,
    body: { type: `urn:kyoseki:problem:${code}`, title: code, status, detail: code, code, ...facts },
  }
}

function problem(status: number, code: string): Response {
  const { body } = refused(status, code)
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  })
}
