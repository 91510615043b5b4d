import { client } from '#/api/client'
import { ApiProblem } from '#/api/problem'
import type { Deed, Outcome, Waiting } from './shapes'

const post = client.POST as unknown as (path: string, init: unknown) => Promise<{ data?: unknown }>

/** One thing to act on, at the version that stood on the screen. */
type Seen = Pick<Waiting, 'id' | 'version'>

/**
 * Do the same with several things of a kind: each on its own, so that one refusal stops none of the others. What the
 * server cannot do in one call is asked one by one. Throws where nothing could be asked at all.
 */
export async function decide(
  kind: Waiting['kind'],
  deed: Deed,
  every: readonly Seen[],
  comment: string,
): Promise<Outcome> {
  const requests = every.map(({ id, version }) => ({ id, version }))
  if (kind === 'requests' && deed !== 'revoke')
    return (await post('/telework/approvals/', { body: { action: deed, requests, comment } })).data as Outcome
  if (kind === 'reports' && deed === 'confirm')
    return (await post('/telework/approvals/confirm/', { body: { requests } })).data as Outcome
  const path = kind === 'registrations' ? '/telework/registrations' : '/telework/requests'
  const outcome: Outcome = { done: [], refused: [] }
  for (const { id, version } of requests) {
    try {
      await post(`${path}/{id}/${deed}/`, { params: { path: { id } }, body: { version, comment } })
      outcome.done.push(id)
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status !== 409) throw error
      outcome.refused.push({ id, problem: error.problem })
    }
  }
  return outcome
}
