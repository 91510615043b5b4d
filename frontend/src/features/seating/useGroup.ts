import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { refreshPlaces } from '#/api/bookings'
import { client } from '#/api/client'
import type { components } from '#/api/generated/schema'
import { ApiProblem } from '#/api/problem'
import { useProblemWords } from '#/api/useProblemWords'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { showToast } from '#/ui/toasts'
import { answered, type GroupBooking, type GroupPreview } from './queries'

type Schemas = components['schemas']

/** Look for desks together, book them, and give the group up. */
export function useGroup(onBooked: (group: GroupBooking) => void) {
  const { t } = useTranslation('seating')
  const language = useLanguage()
  const words = useProblemWords()
  const cache = useQueryClient()
  const refresh = () => {
    void refreshPlaces(cache)
    void cache.invalidateQueries({ queryKey: ['get', '/group-bookings/'] })
  }
  const failed = (error: unknown) => {
    const { title, lines } = words(error)
    const person = error instanceof ApiProblem ? error.problem.person : undefined
    const named = person ? [t('group.failed', { person: person.name })] : []
    showToast({ tone: 'failed', words: title, lines: [...named, ...lines] })
  }
  const look = useMutation({
    mutationFn: async (body: Schemas['GroupPeople']): Promise<GroupPreview> =>
      answered((await client.POST('/group-bookings/preview/', { body })).data),
  })
  const cancel = useMutation({
    mutationFn: async (id: number) =>
      answered((await client.POST('/group-bookings/{id}/cancel/', { params: { path: { id } } })).data),
    onSuccess: () => showToast({ tone: 'done', words: t('group.cancelled') }),
    onError: failed,
    onSettled: refresh,
  })
  const book = useMutation({
    mutationFn: async (body: Schemas['NewGroup']): Promise<GroupBooking> =>
      answered((await client.POST('/group-bookings/', { body })).data),
    onSuccess: (group) => {
      showToast({
        tone: 'done',
        words: t('group.booked', { day: dayName(group.day, language), count: group.seats.length }),
        action: { label: t('choice.undo'), onPress: () => cancel.mutate(group.id) },
      })
      onBooked(group)
    },
    onError: failed,
    onSettled: refresh,
  })
  return { look, book, cancel }
}
