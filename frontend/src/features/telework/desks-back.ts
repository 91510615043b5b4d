import { client } from '#/api/client'
import type { components } from '#/api/generated/schema'
import { cityClock } from '#/lib/city-time'
import { answered } from './queries'

export type DeskBack = components['schemas']['DesksBack']['desks'][number]

/** The desks that telework on a day took from me and that are still free. */
export async function desksBack(day: string): Promise<DeskBack[]> {
  const { data } = await client.GET('/attendance/me/desks-back/', { params: { query: { day } } })
  return answered(data).desks
}

/** Book it again for the stretch it was held. */
export async function takeBack({ desk, day, start, end }: DeskBack): Promise<void> {
  await client.POST('/bookings/', {
    body: { desk: desk.id, day, start: cityClock(start), end: cityClock(end) },
  })
}
