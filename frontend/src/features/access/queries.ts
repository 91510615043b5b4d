import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, client } from '#/api/client'
import type { components } from '#/api/generated/schema'
import { askForPasskey } from './passkeys'

type Schemas = components['schemas']
export type OwnSession = Schemas['OwnSession']
export type OwnFactors = Schemas['OwnFactors']
export type ApiToken = Schemas['ApiToken']
export type AnyApiToken = Schemas['AnyApiToken']
export type Scope = Schemas['NewApiToken']['scopes'][number]
export type Account = Schemas['Account']
export type ProofShown =
  | { password: string }
  | { code: string }
  | { recovery_code: string }
  | { passkey: 'ask' }

export const sessionsOptions = () => api.queryOptions('get', '/me/sessions/')
export const factorsOptions = () => api.queryOptions('get', '/me/factors/')
export const tokensOptions = () => api.queryOptions('get', '/me/tokens/')

/** A write that changes what one of these lists says. */
function useWrite<Said, Answer>(
  write: (said: Said) => Promise<Answer>,
  changes: { queryKey: readonly unknown[] },
) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: write,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: changes.queryKey }),
  })
}

/** End one of my sessions, by its id, or all but this one: `null`. Answers how many. */
export function useEndSessions() {
  return useWrite(async (id: string | null) => {
    if (id === null) return (await client.POST('/me/sessions/end-others/')).data?.ended ?? 0
    await client.DELETE('/me/sessions/{id}/', { params: { path: { id } } })
    return 1
  }, sessionsOptions())
}

/** Show again that it is me. */
export function useProve() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (shown: ProofShown) => {
      const body = 'passkey' in shown ? { passkey: await signedForProof() } : shown
      return (await client.POST('/me/factors/prove/', { body })).data
    },
    onSuccess: (factors) => queryClient.setQueryData(factorsOptions().queryKey, factors),
  })
}

async function signedForProof() {
  const { data } = await client.POST('/me/factors/prove/options/')
  return askForPasskey(data?.options ?? {})
}

/** Remove the authenticator, or a passkey by its id. */
export function useRemoveFactor() {
  return useWrite(
    (id: number | 'authenticator') =>
      id === 'authenticator'
        ? client.DELETE('/me/factors/authenticator/')
        : client.DELETE('/me/factors/passkeys/{id}/', { params: { path: { id } } }),
    factorsOptions(),
  )
}

/** Ten new codes on paper. */
export function useNewCodes() {
  return useWrite(
    async (_: null) => (await client.POST('/me/factors/recovery-codes/')).data?.recovery_codes ?? [],
    factorsOptions(),
  )
}

/** Make a token of mine: the one answer that holds it. */
export function useMakeToken() {
  return useWrite(async (body: Schemas['NewApiToken']) => {
    const { data } = await client.POST('/me/tokens/', { body })
    if (!data) throw new Error('a token without an answer')
    return data
  }, tokensOptions())
}

export function useRevokeToken() {
  return useWrite(
    (id: number) => client.POST('/me/tokens/{id}/revoke/', { params: { path: { id } } }),
    tokensOptions(),
  )
}

const ACCOUNTS = ['get', '/access/accounts/']
const ALL_TOKENS = ['get', '/access/tokens/']
const PAGE_SIZE = 10

/** Accounts in which every word of `q` is found, page by page. */
export function useAccounts(q: string) {
  return useInfiniteQuery({
    queryKey: [...ACCOUNTS, q],
    initialPageParam: null,
    queryFn: async ({ pageParam, signal }: { pageParam: string | null; signal: AbortSignal }) => {
      const query = { page_size: PAGE_SIZE, ...(q ? { q } : {}), ...(pageParam ? { cursor: pageParam } : {}) }
      const { data } = await client.GET('/access/accounts/', { params: { query }, signal })
      if (!data) throw new Error('a list without an answer')
      return data
    },
    getNextPageParam: (last) => last.next,
    placeholderData: (before) => before,
  })
}

/** Everybody's live tokens, page by page. */
export function useAllTokens() {
  return useInfiniteQuery({
    queryKey: ALL_TOKENS,
    initialPageParam: null,
    queryFn: async ({ pageParam, signal }: { pageParam: string | null; signal: AbortSignal }) => {
      const query = { page_size: PAGE_SIZE, live: true, ...(pageParam ? { cursor: pageParam } : {}) }
      const { data } = await client.GET('/access/tokens/', { params: { query }, signal })
      if (!data) throw new Error('a list without an answer')
      return data
    },
    getNextPageParam: (last) => last.next,
  })
}

export function useEndSomebodysSessions() {
  return useWrite(
    (id: number) => client.POST('/access/accounts/{id}/end-sessions/', { params: { path: { id } } }),
    { queryKey: ACCOUNTS },
  )
}

export function useResetFactors() {
  return useWrite(
    (id: number) => client.POST('/access/accounts/{id}/reset-factors/', { params: { path: { id } } }),
    { queryKey: ACCOUNTS },
  )
}

export function useRevokeAnyToken() {
  return useWrite((id: number) => client.POST('/access/tokens/{id}/revoke/', { params: { path: { id } } }), {
    queryKey: ALL_TOKENS,
  })
}
