import { client } from '#/api/client'
import type { components } from '#/api/generated/schema'
import { step } from './desk-taking'
import { sayWords, type Words } from './own-words'
import { answered, type PlanDay } from './queries'
import { wordBefore } from './shown-choice'

export type CopiedWeek = components['schemas']['CopiedWeek']
export type CopiedHalf = components['schemas']['Copied']
export type CopiedShift = components['schemas']['CopiedShift']

/** What copying a week onto another comes to, half by half and shift by shift; a preview changes nothing. */
export async function copyWeek(from_week: string, to_week: string, preview: boolean): Promise<CopiedWeek> {
  const { data } = await client.POST('/attendance/me/copy-week/', { body: { from_week, to_week, preview } })
  return answered(data)
}

/** What of a copied week was written, or would be. */
export function written({ days, shifts }: CopiedWeek): CopiedWeek {
  return {
    days: days.filter(({ outcome }) => outcome === 'done'),
    shifts: shifts.filter(({ outcome }) => outcome === 'done'),
  }
}

interface Copied {
  /** What was written. */
  done: CopiedWeek
  before: readonly PlanDay[]
  after: readonly PlanDay[]
}

/** Take a copied week back: new desks are given up, new requests withdrawn, my own words and shifts said as they were. */
export async function takeCopyBack({ done, before, after }: Copied): Promise<void> {
  const dayOf = (days: readonly PlanDay[], day: string) => days.find((plan) => plan.day === day)
  const bookings = new Set<number>()
  const requests = new Set<number>()
  const words = new Map<string, Words>()
  for (const { day, half } of done.days) {
    const was = dayOf(before, day)
    const is = dayOf(after, day)
    if (!was || !is) continue
    const booking = is[half]?.booking
    if (booking != null && !was.stretches.some((one) => one.booking === booking)) bookings.add(booking)
    for (const { id } of is.pending) if (!was.pending.some((one) => one.id === id)) requests.add(id)
    words.set(day, { ...words.get(day), [half]: wordBefore(was, half) })
  }
  for (const { day } of done.shifts) {
    const shift = dayOf(before, day)?.shift
    if (shift) words.set(day, { ...words.get(day), shift })
  }
  for (const id of bookings) await step(id, 'cancel')
  for (const id of requests)
    await client.POST('/telework/requests/{id}/withdraw/', {
      params: { path: { id } },
      body: { comment: '' },
    })
  for (const [day, said] of words) await sayWords(day, said)
}
