import { useTranslation } from 'react-i18next'
import { type Booking, type BookingStep, useBookingStep } from '#/api/bookings'
import { useProblemWords } from '#/api/useProblemWords'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { showToast } from '#/ui/toasts'

const DONE = {
  cancel: 'booking.cancelled',
  restore: 'booking.restored',
  'check-in': 'booking.checkedIn',
  'check-out': 'booking.checkedOut',
} as const

export interface Steps {
  take: (booking: Booking, step: BookingStep) => void
  /** The step of this booking that the server has not yet answered. */
  pendingOf: (booking: Booking) => BookingStep | null
}

/** Takes a step and says what came of it: a cancellation with its undo, a refusal with its reason. */
export function useSteps(): Steps {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useProblemWords()
  const { mutateAsync, isPending, variables } = useBookingStep()

  // Promises, not the callbacks of `mutate`: those are dropped when the step takes the card off the screen.
  const take = (booking: Booking, step: BookingStep) => {
    mutateAsync({ booking, step }).then(
      (answer) =>
        showToast({
          tone: 'done',
          words: t(DONE[step], { desk: answer.desk.code, day: dayName(answer.day, language) }),
          action:
            step === 'cancel' && answer.may.includes('restore')
              ? { label: t('booking.restore'), onPress: () => take(answer, 'restore') }
              : undefined,
        }),
      (error: unknown) => {
        const { title, lines } = words(error)
        showToast({ tone: 'failed', words: title, lines })
      },
    )
  }
  return {
    take,
    pendingOf: (booking) => (isPending && variables.booking.id === booking.id ? variables.step : null),
  }
}
