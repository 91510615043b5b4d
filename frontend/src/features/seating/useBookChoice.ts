import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { refreshPlaces } from '#/api/bookings'
import { client } from '#/api/client'
import type { components } from '#/api/generated/schema'
import { useProblemWords } from '#/api/useProblemWords'
import { cityClock } from '#/lib/city-time'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { showToast } from '#/ui/toasts'
import { answered, type DeskChoice, type Stretch } from './queries'
import { stretchWords } from './words'

type Booking = components['schemas']['Booking']

interface Wish {
  choice: DeskChoice
  /** Moved there instead of making a second booking. */
  giveUp: Booking | null
}

/** Book what was chosen, say which desk it became, and how to undo it. */
export function useBookChoice(asked: Stretch, onBooked: (booking: Booking, toast: number) => void) {
  const { t } = useTranslation(['seating', 'everyday'])
  const language = useLanguage()
  const words = useProblemWords()
  const cache = useQueryClient()
  const failed = (error: unknown) => {
    const { title, lines } = words(error)
    showToast({ tone: 'failed', words: title, lines })
  }
  const undo = useMutation({
    mutationFn: ({ booking, giveUp }: { booking: Booking; giveUp: Booking | null }) =>
      giveUp
        ? client.PATCH('/bookings/{id}/', {
            params: { path: { id: booking.id } },
            body: {
              desk: giveUp.desk.id,
              day: giveUp.day,
              ...(giveUp.part
                ? { part: giveUp.part }
                : { start: cityClock(giveUp.start), end: cityClock(giveUp.end) }),
            },
          })
        : client.POST('/bookings/{id}/cancel/', { params: { path: { id: booking.id } } }),
    onSuccess: () => showToast({ tone: 'done', words: t('choice.undone') }),
    onError: failed,
    onSettled: () => void refreshPlaces(cache),
  })
  return useMutation({
    mutationFn: async ({ choice, giveUp }: Wish): Promise<DeskChoice> => {
      const { data } = await client.POST('/seating/choice/{id}/book/', {
        params: { path: { id: choice.id } },
        body: giveUp ? { change: giveUp.id } : {},
      })
      return answered(data)
    },
    onSuccess: (choice, { giveUp }) => {
      const { booking } = choice
      if (!booking) return
      const said = {
        code: booking.desk.code,
        day: dayName(booking.day, language),
        part: stretchWords(t, asked),
      }
      const toast = showToast({
        tone: 'done',
        words: t(giveUp ? 'choice.changed' : 'choice.booked', said),
        lines:
          choice.missed.length > 0
            ? [t('choice.missed', { missed: choice.missed.join(t('everyday:desk.listSeparator')) })]
            : [],
        action: { label: t('choice.undo'), onPress: () => undo.mutate({ booking, giveUp }) },
      })
      onBooked(booking, toast)
    },
    onSettled: () => void refreshPlaces(cache),
  })
}
