import createFetchClient, { type Middleware } from 'openapi-fetch'
import createQueryClient from 'openapi-react-query'
import { csrfToken } from './csrf'
import type { paths } from './generated/schema'
import { problemOf, unreachable } from './problem'
import { randomKey } from './random-key'

const RETRY_AFTER_MS = 800

const requestsCarry: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', document.documentElement.lang)
    if (request.method === 'GET') return
    request.headers.set('X-CSRFToken', csrfToken())
    // A write that waits to be sent brings its own, so that it counts once however often it is tried.
    if (!request.headers.has('Idempotency-Key')) request.headers.set('Idempotency-Key', randomKey())
  },
}

const problemsAreThrown: Middleware = {
  async onResponse({ response }) {
    if (!response.ok) throw await problemOf(response)
  },
}

/** Try once more when the network fails: the Idempotency-Key makes the same write count once. */
async function fetchTwice(request: Request): Promise<Response> {
  const again = request.clone()
  try {
    return await fetch(request)
  } catch (failure) {
    if (request.signal.aborted) throw failure
    await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER_MS))
    return fetch(again).catch((second: unknown) => {
      if (again.signal.aborted) throw second
      throw unreachable()
    })
  }
}

/** Calls of the API by path and method. `no-cache` makes the browser ask with the ETag it holds: a 304 costs nothing. */
export const client = createFetchClient<paths>({
  baseUrl: new URL('/api/v1', window.location.origin).href,
  cache: 'no-cache',
  credentials: 'same-origin',
  fetch: fetchTwice,
})
client.use(requestsCarry, problemsAreThrown)

/** Queries and mutations of the API: `api.queryOptions('get', '/bookings/')`, `api.useMutation('post', '/bookings/')`. */
export const api = createQueryClient(client)
