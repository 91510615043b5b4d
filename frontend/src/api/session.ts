import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, client } from './client'
import { keepCsrfToken } from './csrf'
import type { components } from './generated/schema'
import { type Me, meOptions } from './me'
import { sessionOver } from './session-over'

export type SessionState = components['schemas']['SessionState']
export type WayIn = components['schemas']['WayIn']
export type DemonstrationAccount = components['schemas']['DemonstrationAccount']

/** Whether somebody is signed in, and whom one may try in the demonstration; keeps the CSRF token. */
export const sessionOptions = () => ({
  ...api.queryOptions('get', '/session/'),
  queryFn: async (): Promise<SessionState> => {
    const { data } = await client.GET('/session/')
    if (!data) throw new Error('a session without a state')
    keepCsrfToken(data.csrf_token)
    return data
  },
})

/** Ask anew how one may sign in, and with which CSRF token: before the first write of somebody not signed in. */
export function useFreshSession() {
  const queryClient = useQueryClient()
  return () => queryClient.fetchQuery({ ...sessionOptions(), staleTime: 0 })
}

/**
 * A step of signing in: answers who it is, or null while a second factor is still to come. What was cached for
 * another person is forgotten.
 */
export function useSignInStep<Said>(send: (said: Said) => Promise<SessionState | undefined>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (said: Said): Promise<Me | null> => {
      const state = await send(said)
      if (state?.pending) {
        keepCsrfToken(state.csrf_token)
        queryClient.setQueryData(sessionOptions().queryKey, state)
        return null
      }
      const { data } = await client.GET('/me/')
      if (!data) throw new Error('a sign-in without an answer')
      return data
    },
    onSuccess: async (me) => {
      if (!me) return
      const before = queryClient.getQueryData<Me>(meOptions().queryKey)
      if (before?.username !== me.username) queryClient.clear()
      queryClient.setQueryData(meOptions().queryKey, me)
      sessionOver.mend()
      await queryClient.invalidateQueries()
    },
  })
}

/** Sign in by name and password. */
export function useSignIn() {
  const fresh = useFreshSession()
  return useSignInStep(async (body: components['schemas']['SignIn']) => {
    await fresh()
    return (await client.POST('/session/', { body })).data
  })
}

/** What the roster keeps in the browser (features/roster/kept.ts): it goes with the person. */
export const ROSTER_STORE = 'kyoseki-roster'

/** Sign out; the page is loaded anew, so that nothing of this person stays in memory. */
export function useSignOut() {
  return useMutation({
    mutationFn: async () => {
      await client.DELETE('/session/')
    },
    onSuccess: () => {
      window.indexedDB.deleteDatabase(ROSTER_STORE)
      window.location.assign('/sign-in')
    },
  })
}
