import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { client } from '#/api/client'
import type { components } from '#/api/generated/schema'
import type { Booking } from './offer'
import { floorAvailabilityOptions } from './queries'
import type { Asked } from './search'

type FloorAvailability = components['schemas']['FloorAvailability']
type DeskAvailability = components['schemas']['DeskAvailability']

interface Wish {
  desk: number
  day: string
  asked: Asked
  /** The booking given up for it; a new one is made when null. */
  giveUp: Booking | null
  /** For whom; oneself when absent. */
  person?: number
}

/** Where the floor's marks are kept that a write shows at once, before the server has answered. */
export interface ShownFloor {
  floor: number
  day: string
  asked: Asked
}

/** Book and move. The floor in `shown` has the desk as mine at once; a refusal takes it back. */
export function useBookDesk(shown: ShownFloor | null) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: async ({ desk, day, asked, giveUp, person }: Wish): Promise<Booking> => {
      const body = { desk, day, ...asked }
      const { data } = giveUp
        ? await client.PATCH('/bookings/{id}/', { params: { path: { id: giveUp.id } }, body })
        : await client.POST('/bookings/', { body: { ...body, ...(person && { person }) } })
      return answered(data)
    },
    onMutate: async (wish) => {
      if (!shown) return undefined
      const { queryKey } = floorAvailabilityOptions(shown.floor, shown.day, shown.asked)
      await cache.cancelQueries({ queryKey })
      const before = cache.getQueryData<FloorAvailability>(queryKey)
      cache.setQueryData<FloorAvailability>(queryKey, (known) => known && withMine(known, wish))
      return { queryKey: queryKey as QueryKey, before }
    },
    onError: (_error, _wish, kept) => {
      if (kept?.before) cache.setQueryData(kept.queryKey, kept.before)
    },
    onSettled: () => {
      askAgain(cache)
    },
  })
}

type Step = 'cancel' | 'restore' | 'check-in' | 'check-out'

/** One booking's next step: cancel, restore, check in, check out. */
export function useBookingStep() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: async ({ booking, step }: { booking: number; step: Step }): Promise<Booking> => {
      const { data } = await client.POST(`/bookings/{id}/${step}/`, { params: { path: { id: booking } } })
      return answered(data)
    },
    onSettled: () => {
      askAgain(cache)
    },
  })
}

/** Check in at a desk: to the person's booking there, or by sitting down at it. */
export function useDeskCheckIn() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: async (desk: number): Promise<Booking> => {
      const { data } = await client.POST('/desks/{id}/check-in/', { params: { path: { id: desk } } })
      return answered(data)
    },
    onSettled: () => {
      askAgain(cache)
    },
  })
}

/** The desks as they will be when the wish comes true. */
export function withMine(known: FloorAvailability, wish: Pick<Wish, 'desk' | 'giveUp'>): FloorAvailability {
  return {
    ...known,
    desks: known.desks.map((line): DeskAvailability => {
      if (line.desk === wish.desk) return { desk: line.desk, state: 'mine', holder: null }
      if (wish.giveUp && line.desk === wish.giveUp.desk.id) return { desk: line.desk, state: 'free' }
      return line
    }),
  }
}

/** Ask again for all that tells of places and bookings; the answer to the press does not wait for it. */
function askAgain(cache: ReturnType<typeof useQueryClient>): void {
  void cache.invalidateQueries({
    predicate: ({ queryKey }) =>
      typeof queryKey[1] === 'string' &&
      /bookings|availability|desks|attendance|whereabouts/.test(queryKey[1]),
  })
}

/** An answer without a body does not happen: problems were thrown before. */
function answered(data: Booking | undefined): Booking {
  if (!data) throw new Error('the API answered without a booking')
  return data
}
