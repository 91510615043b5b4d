import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { bookingsOptions } from '#/api/bookings'
import { dropRequestOf } from '#/api/telework'
import { type PutBack, useProposals } from '#/features/calendar/useProposals'
import { sayWords, takeDesksBack } from '#/features/plan/own-words'
import { myDaysOptions, type Part } from '#/features/plan/queries'
import { halvesOf, wordBefore } from '#/features/plan/shown-choice'
import { useRequestOf } from './useRequestOf'

const LIVE: readonly string[] = ['booked', 'checked_in']

/** What my calendars propose, where a day is planned: it can be put back, and a request is opened to be completed. */
export function useCalendarProposals(today: string) {
  const cache = useQueryClient()
  const navigate = useNavigate()
  const requestOf = useRequestOf()
  const bookingsOf = async (day: string) => {
    const { results } = await cache.fetchQuery({ ...bookingsOptions(day, day), staleTime: 0 })
    return results.filter(({ state }) => LIVE.includes(state))
  }
  const remember = async (day: string, part: Part): Promise<PutBack> => {
    const [{ days }, bookings] = await Promise.all([
      cache.fetchQuery({ ...myDaysOptions(day, day), staleTime: 0 }),
      bookingsOf(day),
    ])
    const [plan] = days
    return async () => {
      if (!plan) return
      await sayWords(day, Object.fromEntries(halvesOf(part).map((half) => [half, wordBefore(plan, half)])))
      const still = (await bookingsOf(day)).map(({ id }) => id)
      await takeDesksBack(bookings.filter(({ id }) => !still.includes(id)))
    }
  }
  const onRequest = async (id: number) => {
    const { state } = await requestOf(id)
    const draft = state === 'draft'
    if (draft) void navigate({ to: '/telework', search: { request: id } })
    return { draft, drop: () => dropRequestOf(id) }
  }
  return useProposals({ today, remember, onRequest })
}
