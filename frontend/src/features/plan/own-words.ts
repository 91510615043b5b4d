import { client } from '#/api/client'
import { ApiProblem } from '#/api/problem'
import { cityClock } from '#/lib/city-time'
import { step } from './desk-taking'
import { answered, type Booking, type PlanDay } from './queries'

export type Word = { place: 'office' | 'trip' | 'leave' | 'usual'; note: string }
export interface Words {
  am?: Word
  pm?: Word
  shift?: NonNullable<PlanDay['shift']>
}

/** What stands in the way of a word about one's own day, and would be let go for it. */
export type LetGo = NonNullable<ApiProblem['problem']['lets_go']>[number]

/** Say where I am on a day; 409 `would_let_go` where something stands there and `letGo` is false. */
export async function sayWords(day: string, words: Words, letGo = false): Promise<PlanDay> {
  const { data } = await client.PUT('/attendance/me/{day}/', {
    params: { path: { day } },
    body: { ...words, let_go: letGo },
  })
  return answered(data)
}

/** What would be let go, where the server asks first; null for any other error. */
export function letGoAsked(error: unknown): LetGo[] | null {
  if (!(error instanceof ApiProblem) || error.code !== 'would_let_go') return null
  return error.problem.lets_go ?? []
}

/** Bring back the desks that were let go: restored, or booked anew where that time is over. */
export async function takeDesksBack(bookings: readonly Booking[]): Promise<void> {
  for (const { id, desk, day, part, start, end } of bookings) {
    const hours = part ? { part } : { start: cityClock(start), end: cityClock(end) }
    await step(id, 'restore').catch(() =>
      client.POST('/bookings/', { body: { desk: desk.id, day, ...hours } }),
    )
  }
}
