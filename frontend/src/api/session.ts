import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, client } from './client'
import { keepCsrfToken } from './csrf'
import type { components } from './generated/schema'
import { type Me, meOptions } from './me'
import { sessionOver } from './session-over'

export type SessionState = components['schemas']['SessionState']
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

/** Sign in; what was cached for another person is forgotten. */
export function useSignIn() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (body: components['schemas']['SignIn']) => {
      await queryClient.fetchQuery({ ...sessionOptions(), staleTime: 0 })
      await client.POST('/session/', { body })
      const { data } = await client.GET('/me/')
      if (!data) throw new Error('a sign-in without an answer')
      return data
    },
    onSuccess: async (me) => {
      const before = queryClient.getQueryData<Me>(meOptions().queryKey)
      if (before?.username !== me.username) queryClient.clear()
      queryClient.setQueryData(meOptions().queryKey, me)
      sessionOver.mend()
      await queryClient.invalidateQueries()
    },
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
