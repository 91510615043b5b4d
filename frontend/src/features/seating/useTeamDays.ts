import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { client } from '#/api/client'
import type { components } from '#/api/generated/schema'
import { useProblemWords } from '#/api/useProblemWords'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { showToast } from '#/ui/toasts'
import { answered, type TeamDay } from './queries'

/** Call a team day, and call it off; a removal is undone by calling it again. */
export function useTeamDays() {
  const { t } = useTranslation('seating')
  const language = useLanguage()
  const words = useProblemWords()
  const cache = useQueryClient()
  const onSettled = () => void cache.invalidateQueries({ queryKey: ['get', '/team-days/'] })
  const onError = (error: unknown) => {
    const { title, lines } = words(error)
    showToast({ tone: 'failed', words: title, lines })
  }
  const set = useMutation({
    mutationFn: async (body: components['schemas']['NewTeamDay']) =>
      answered((await client.POST('/team-days/', { body })).data),
    onSuccess: ({ day }) =>
      showToast({ tone: 'done', words: t('teamDay.saved', { day: dayName(day, language) }) }),
    onError,
    onSettled,
  })
  const remove = useMutation({
    mutationFn: async (day: TeamDay) => {
      await client.DELETE('/team-days/{id}/', { params: { path: { id: day.id } } })
    },
    onSuccess: (_answer, { department, day, part, note }) =>
      showToast({
        tone: 'done',
        words: t('teamDay.removed'),
        action: {
          label: t('choice.undo'),
          onPress: () => set.mutate({ department: department.id, day, part, note }),
        },
      }),
    onError,
    onSettled,
  })
  return { set, remove }
}
