import { client } from '#/api/client'
import { ApiProblem } from '#/api/problem'
import type { Deed, Outcome, Waiting } from './shapes'

/** One thing to act on, at the version that stood on the screen. */
type Seen = Pick<Waiting, 'id' | 'version'>

/**
 * Do the same with several things of a kind: each on its own, so that one refusal stops none of the others. What the
 * server does not do for many at once is asked one by one. Throws where nothing could be asked at all.
 */
export async function decide(
  kind: Waiting['kind'],
  deed: Deed,
  every: readonly Seen[],
  comment: string,
): Promise<Outcome> {
  const requests = every.map(({ id, version }) => ({ id, version }))
  if (kind === 'requests' && (deed === 'approve' || deed === 'return' || deed === 'reject')) {
    const body = { action: deed, requests, comment }
    return answered((await client.POST('/telework/approvals/', { body })).data)
  }
  if (deed === 'confirm')
    return answered((await client.POST('/telework/approvals/confirm/', { body: { requests } })).data)
  const outcome: Outcome = { done: [], refused: [] }
  for (const one of requests) {
    try {
      await decideOne(kind, deed, one, comment)
      outcome.done.push(one.id)
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status !== 409) throw error
      outcome.refused.push({ id: one.id, problem: error.problem })
    }
  }
  return outcome
}

async function decideOne(kind: Waiting['kind'], deed: Deed, { id, version }: Seen, comment: string) {
  const asked = { params: { path: { id } }, body: { version, comment } }
  if (deed === 'send_back') return client.POST('/telework/requests/{id}/send_back/', asked)
  if (kind !== 'registrations') return client.POST('/telework/requests/{id}/revoke/', asked)
  if (deed === 'approve') return client.POST('/telework/registrations/{id}/approve/', asked)
  if (deed === 'return') return client.POST('/telework/registrations/{id}/return/', asked)
  if (deed === 'reject') return client.POST('/telework/registrations/{id}/reject/', asked)
  return client.POST('/telework/registrations/{id}/revoke/', asked)
}

function answered<Body>(data: Body | undefined): Body {
  if (data === undefined) throw new Error('a decision without an answer')
  return data
}
