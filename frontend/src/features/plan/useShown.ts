import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PlanDay } from './queries'
import { myDaysOptions } from './queries'

interface Act<Answer> {
  /** The days it changes, as they will be. */
  shown: readonly PlanDay[]
  run: () => Promise<Answer>
}

/** Writes that the screen shows at once and takes back when they are refused; all that tells of days is read anew. */
export function useShown(from: string, to: string) {
  const cache = useQueryClient()
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set())
  const { queryKey } = myDaysOptions(from, to)

  async function act<Answer>({ shown, run }: Act<Answer>): Promise<Answer> {
    const days = shown.map(({ day }) => day)
    setBusy((now) => new Set([...now, ...days]))
    await cache.cancelQueries({ queryKey })
    const before = cache.getQueryData<{ days: PlanDay[] }>(queryKey)
    if (before)
      cache.setQueryData(queryKey, {
        ...before,
        days: before.days.map((plan) => shown.find(({ day }) => day === plan.day) ?? plan),
      })
    try {
      return await run()
    } catch (error) {
      if (before) cache.setQueryData(queryKey, before)
      throw error
    } finally {
      await readAnew(cache)
      setBusy((now) => new Set([...now].filter((day) => !days.includes(day))))
    }
  }
  return { act, busy }
}

/** All that tells of my days, my desks and my requests. */
export async function readAnew(cache: QueryClient): Promise<void> {
  await cache.invalidateQueries({
    predicate: ({ queryKey }) =>
      typeof queryKey[1] === 'string' && /attendance|bookings|availability|desks|telework/.test(queryKey[1]),
  })
}
