import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { client } from '#/api/client'
import { useProblemWords } from '#/api/useProblemWords'
import { showToast } from '#/ui/toasts'

interface Marked {
  id: number
  name: string
}

/** Mark a person or take the mark away; said with its undo, and every list that shows the star is read anew. */
export function useFavourite() {
  const { t } = useTranslation('people')
  const words = useProblemWords()
  const cache = useQueryClient()
  const { mutate, isPending, variables } = useMutation({
    mutationFn: async ({ person, marked }: { person: Marked; marked: boolean }) => {
      const address = { params: { path: { id: person.id } } }
      if (marked) await client.PUT('/people/favourites/{id}/', address)
      else await client.DELETE('/people/favourites/{id}/', address)
    },
    onSuccess: async (_nothing, { person, marked }) => {
      showToast({
        tone: 'done',
        words: t(marked ? 'starred' : 'unstarred', { name: person.name }),
        action: { label: t('undo'), onPress: () => mutate({ person, marked: !marked }) },
      })
      await cache.invalidateQueries({ predicate: ({ queryKey }) => /^\/people\//.test(String(queryKey[1])) })
    },
    onError: (error) => showToast({ tone: 'failed', words: words(error).title }),
  })
  return { mark: mutate, pending: isPending ? (variables?.person.id ?? null) : null }
}
