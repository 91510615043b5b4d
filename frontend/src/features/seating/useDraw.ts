import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { refreshPlaces } from '#/api/bookings'
import { client } from '#/api/client'
import { ApiProblem } from '#/api/problem'
import { useProblemWords } from '#/api/useProblemWords'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { showToast } from '#/ui/toasts'
import { answered, type DrawAsked, type SectionDraw } from './queries'

/** Draw and book, and undo the whole of it. */
export function useDraw(onDone: (draw: SectionDraw) => void) {
  const { t } = useTranslation('seating')
  const language = useLanguage()
  const words = useProblemWords()
  const cache = useQueryClient()
  const refresh = () => {
    void refreshPlaces(cache)
    void cache.invalidateQueries({
      predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/seating/draws/'),
    })
  }
  const failed = (error: unknown) => {
    const { title, lines } = words(error)
    const person = error instanceof ApiProblem ? error.problem.person : undefined
    const named = person ? [t('draw.failed', { person: person.name })] : []
    showToast({ tone: 'failed', words: title, lines: [...named, ...lines] })
  }
  const draw = useMutation({
    mutationFn: async (body: DrawAsked) => answered((await client.POST('/seating/draws/', { body })).data),
    onSuccess: (done) => {
      const count = done.seats.filter((seat) => seat.outcome === 'gets').length
      showToast({ tone: 'done', words: t('draw.done', { count, day: dayName(done.day, language) }) })
      onDone(done)
    },
    onError: failed,
    onSettled: refresh,
  })
  const undo = useMutation({
    mutationFn: async (id: number) =>
      answered((await client.POST('/seating/draws/{id}/undo/', { params: { path: { id } } })).data),
    onSuccess: (undone) => {
      const lost = undone.not_restored.map((person) => person.name)
      showToast({
        tone: 'done',
        words: t('draw.undone'),
        lines: lost.length > 0 ? [t('draw.notRestored', { names: lost.join('、') })] : [],
      })
    },
    onError: failed,
    onSettled: refresh,
  })
  return { draw, undo }
}
