import { type ChangeFilter, DEEDS, SUBJECTS } from './shapes'

const LONGEST_SEARCH = 100
const KIND = /^[a-z_]{1,30}$/

export interface TransferSearch extends ChangeFilter {
  /** What the transfer changes; without it, what follows. */
  part?: 'entries'
  /** One kind of what follows. */
  kind?: string
}

/** Which changes the address asks for. */
export function filterOf(raw: Record<string, unknown>): ChangeFilter {
  const subject = SUBJECTS.find((one) => one === raw.subject)
  const did = DEEDS.find((one) => one === raw.did)
  // A number in the address is what somebody searched for too: a staff number.
  const q =
    typeof raw.q === 'string' || typeof raw.q === 'number' ? String(raw.q).slice(0, LONGEST_SEARCH) : ''
  return { ...(subject && { subject }), ...(did && { did }), ...(q && { q }) }
}

export function transferSearchOf(raw: Record<string, unknown>): TransferSearch {
  if (raw.part === 'entries') return { part: 'entries', ...filterOf(raw) }
  return typeof raw.kind === 'string' && KIND.test(raw.kind) ? { kind: raw.kind } : {}
}
