const CODES = ['unknown_account', 'provider_refused', 'provider_unavailable'] as const

/** Why an identity provider's sign-in did not end in a session: `?refused=` of the sign-in page. */
export type RefusedElsewhere = (typeof CODES)[number]

export function isRefusedElsewhere(said: unknown): said is RefusedElsewhere {
  return CODES.some((code) => code === said)
}
