import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '#/api/problem'
import { refusalWords } from '#/api/refusal-words'
import type { Booking, Problem } from '#/features/bookings/offer'
import { useBookDesk, useBookingStep, useDeskCheckIn } from '#/features/bookings/useBookings'
import { askedWords, bookingWords } from '#/features/bookings/words'
import { cityTime } from '#/lib/city-time'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { dismissToast, showToast, type Toast } from '#/ui/toasts'
import { askedOfBooking, type BookState } from './useBookState'

/** What the presses of the panel do: write, say it with its undo, and keep the refusal where it was pressed. */
export function useDeskEvents(state: BookState, onChanged: () => void) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { day, asked, floorId, person } = state
  const book = useBookDesk(
    // The map marks my own desks; of somebody else's it waits for the server.
    floorId === undefined || person !== undefined ? null : { floor: floorId, day, asked },
  )
  const step = useBookingStep()
  const checkIn = useDeskCheckIn()
  const [refused, setRefused] = useState<{ desk: number; problem: Problem } | null>(null)

  const lastSaid = useRef<number | null>(null)
  // One undo at a time: the undo of a booking that was changed meanwhile would undo something else.
  const say = (toast: Omit<Toast, 'id'>) => {
    if (lastSaid.current !== null) dismissToast(lastSaid.current)
    lastSaid.current = showToast(toast)
  }
  const refusedAt = (desk: number) => (error: unknown) => setRefused({ desk, problem: problemIn(error) })
  const failed = (error: unknown) => say({ tone: 'failed', words: refusalWords(t, problemIn(error).code) })
  const undoing = (booking: number, back: 'cancel' | 'restore') =>
    step.mutate(
      { booking, step: back },
      { onSuccess: () => say({ tone: 'done', words: t('desk.undone') }), onError: failed },
    )
  const said = (booking: Booking) => ({
    code: booking.desk.code,
    desk: booking.desk.code,
    day: dayName(booking.day, language),
    part: bookingWords(t, booking),
  })

  return {
    busy: book.isPending || step.isPending || checkIn.isPending,
    refused,
    forget: () => setRefused(null),
    /** Another part of the screen has said what it did: its undo takes the place of the last one. */
    saidElsewhere: (toast: number) => {
      if (lastSaid.current !== null) dismissToast(lastSaid.current)
      lastSaid.current = toast
    },
    onBook: (desk: number) => {
      setRefused(null)
      book.mutate(
        { desk, day, asked, giveUp: null, person },
        {
          onError: refusedAt(desk),
          onSuccess: (booking) =>
            say({
              tone: 'done',
              words: t('desk.booked', { ...said(booking), part: askedWords(t, asked) }),
              action: { label: t('desk.undo'), onPress: () => undoing(booking.id, 'cancel') },
            }),
        },
      )
    },
    onChange: (desk: number, giveUp: Booking) => {
      setRefused(null)
      book.mutate(
        { desk, day, asked, giveUp },
        {
          onError: refusedAt(desk),
          onSuccess: (booking) => {
            onChanged()
            const sameDesk = giveUp.desk.id === booking.desk.id
            say({
              tone: 'done',
              words: t(sameDesk ? 'desk.retimed' : 'desk.changed', said(booking)),
              action: {
                label: t('desk.undo'),
                onPress: () =>
                  book.mutate(
                    { desk: giveUp.desk.id, day: giveUp.day, asked: askedOfBooking(giveUp), giveUp: booking },
                    {
                      onSuccess: () => say({ tone: 'done', words: t('desk.undone') }),
                      onError: failed,
                    },
                  ),
              },
            })
          },
        },
      )
    },
    onCheckInHere: (desk: number) => {
      setRefused(null)
      checkIn.mutate(desk, {
        onError: refusedAt(desk),
        onSuccess: (booking) =>
          say({
            tone: 'done',
            words: t('desk.page.checkedIn', { code: booking.desk.code, time: cityTime(booking.end) }),
          }),
      })
    },
    onStep: (booking: Booking, next: 'cancel' | 'check-in' | 'check-out') => {
      setRefused(null)
      step.mutate(
        { booking: booking.id, step: next },
        {
          onError: refusedAt(booking.desk.id),
          onSuccess: () => {
            if (next !== 'cancel') {
              say({
                tone: 'done',
                words: t(next === 'check-in' ? 'booking.checkedIn' : 'booking.checkedOut', said(booking)),
              })
              return
            }
            say({
              tone: 'done',
              words: t('booking.cancelled', said(booking)),
              action: { label: t('desk.undo'), onPress: () => undoing(booking.id, 'restore') },
            })
          },
        },
      )
    },
  }
}

function problemIn(error: unknown): Problem {
  if (error instanceof ApiProblem) return error.problem
  return { type: 'about:blank', title: '', status: 0, code: 'our_fault' }
}
