import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { speak } from '#/lib/i18n'
import { api, client } from './client'
import type { components } from './generated/schema'

export type Me = components['schemas']['Me']
export type Visibility = components['schemas']['Visibility']

const FRESH_MS = 5 * 60_000

/** Who is signed in, their language and home areas, the city's day and the coming working days. */
export const meOptions = () => api.queryOptions('get', '/me/', {}, { staleTime: FRESH_MS })

/** The signed-in account; the root route has loaded it before any screen. */
export function useMe(): Me {
  return useSuspenseQuery(meOptions()).data
}

/** Change one's language or who may see one; the screen changes at once and back again when the server refuses. */
export function useChangeMe() {
  const queryClient = useQueryClient()
  const { queryKey } = meOptions()
  return useMutation({
    mutationFn: async (body: components['schemas']['PatchedMeChange']) => {
      const { data } = await client.PATCH('/me/', { body })
      if (!data) throw new Error('a change of oneself without an answer')
      return data
    },
    onMutate: async ({ language, visibility }) => {
      const before = queryClient.getQueryData<Me>(queryKey)
      if (before) {
        const person = before.person && {
          ...before.person,
          visibility: visibility ?? before.person.visibility,
        }
        queryClient.setQueryData(queryKey, { ...before, language: language ?? before.language, person })
      }
      if (language) await speak(language)
      return before
    },
    onError: async (_error, { language }, before) => {
      if (!before) return
      queryClient.setQueryData(queryKey, before)
      if (language) await speak(before.language)
    },
    onSuccess: async (me, { language }) => {
      queryClient.setQueryData(queryKey, me)
      // Names of rules and reasons of closures come in the reader's language.
      if (language)
        await queryClient.invalidateQueries({ predicate: (query) => query.queryKey[1] !== '/me/' })
    },
  })
}
