import { client } from '#/api/client'
import { cityClock } from '#/lib/city-time'
import { answered, type Booking, type Part } from './queries'

type Half = 'am' | 'pm'
type Undo = () => Promise<unknown>

/** How a desk is chosen: a certain one, one near my section, or whichever is free. */
export type DeskWish = { kind: 'this'; desk: number } | { kind: 'near' } | { kind: 'any' }

export interface Taken {
  booking: Booking
  /** Brings back what was, in one go. */
  undo: Undo
}

interface Wish {
  day: string
  part: Part
  wish: DeskWish
  /** My live bookings of the day. */
  held: readonly Booking[]
}

/**
 * Take a desk for a part of a day; what I held in that part gives way, and the other half keeps its desk.
 * A refusal leaves everything as it was.
 */
export async function takeDesk({ day, part, wish, held }: Wish): Promise<Taken> {
  const meeting = held.filter((booking) => meets(booking, part))
  const [first, ...others] = meeting
  const rest = first && part !== 'full' ? restOf(first, part) : null
  const undos: Undo[] = []
  try {
    if (first && rest) {
      const kept = await move(first.id, { desk: first.desk.id, day, part: rest })
      undos.push(() => move(kept.id, back(first)))
    }
    for (const other of others) {
      await step(other.id, 'cancel')
      undos.push(() => step(other.id, 'restore'))
    }
    const booking =
      first && !rest
        ? await moveTo(first.id, day, part, wish, undos, first)
        : await bookAnew(day, part, wish, undos)
    return { booking, undo: () => takeBack(undos) }
  } catch (error) {
    await takeBack(undos)
    throw error
  }
}

async function bookAnew(day: string, part: Part, wish: DeskWish, undos: Undo[]): Promise<Booking> {
  const booking = await (wish.kind === 'this'
    ? book(wish.desk, day, part)
    : wish.kind === 'near'
      ? choose(day, part)
      : tryAny(day, part, (desk) => book(desk, day, part)))
  undos.push(() => step(booking.id, 'cancel'))
  return booking
}

async function moveTo(
  id: number,
  day: string,
  part: Part,
  wish: DeskWish,
  undos: Undo[],
  before: Booking,
): Promise<Booking> {
  const booking = await (wish.kind === 'this'
    ? move(id, { desk: wish.desk, day, part })
    : wish.kind === 'near'
      ? choose(day, part, id)
      : tryAny(day, part, (desk) => move(id, { desk, day, part })))
  undos.push(() => move(id, back(before)))
  return booking
}

async function takeBack(undos: Undo[]): Promise<void> {
  for (const undo of undos.splice(0).reverse()) await undo()
}

async function book(desk: number, day: string, part: Part): Promise<Booking> {
  return answered((await client.POST('/bookings/', { body: { desk, day, part } })).data)
}

type Move = { desk: number; day: string } & ({ part: Part } | { start: string; end: string })

async function move(id: number, body: Move): Promise<Booking> {
  return answered((await client.PATCH('/bookings/{id}/', { params: { path: { id } }, body })).data)
}

/** One step of a booking. */
export async function step(id: number, name: 'cancel' | 'restore'): Promise<Booking> {
  return answered((await client.POST(`/bookings/{id}/${name}/`, { params: { path: { id } } })).data)
}

/** The server's choice: near my section, and not the desk of the last days; moved there where `change` names one. */
async function choose(day: string, part: Part, change?: number): Promise<Booking> {
  const { data } = await client.POST('/seating/choice/', {
    body: { day, part, features: [], besides: [], book: true, ...(change && { change }) },
  })
  const { booking } = answered(data)
  if (!booking) throw new Error('a desk was chosen and not booked')
  return booking
}

const TRIES = 3

/** The first free desks of the floor that has the most; somebody may be quicker, so more than one is tried. */
async function tryAny(day: string, part: Part, take: (desk: number) => Promise<Booking>): Promise<Booking> {
  const { data } = await client.GET('/availability/', { params: { query: { day, part } } })
  const floor = answered(data).reduce((best, one) => (one.free > best.free ? one : best))
  const asked = { params: { path: { id: floor.floor }, query: { day, part } } }
  const answer = await client.GET('/floors/{id}/availability/', asked)
  const free = answered(answer.data)
    .desks.filter(({ state }) => state === 'free')
    .slice(0, TRIES)
  const found = await inTurn(
    free.map(({ desk }) => desk),
    take,
  )
  return found ?? choose(day, part)
}

async function inTurn(desks: number[], take: (desk: number) => Promise<Booking>): Promise<Booking | null> {
  for (const [index, desk] of desks.entries()) {
    try {
      return await take(desk)
    } catch (error) {
      if (index === desks.length - 1) throw error
    }
  }
  return null
}

const NOON = '12:30'

function meets(booking: Booking, part: Part): boolean {
  if (part === 'full') return true
  return part === 'am' ? cityClock(booking.start) < NOON : cityClock(booking.end) > NOON
}

/** The half that a whole day's booking keeps when the other half is taken elsewhere. */
function restOf(booking: Booking, part: Half): Half | null {
  const other = part === 'am' ? 'pm' : 'am'
  return meets(booking, other) ? other : null
}

function back({ desk, day, part, start, end }: Booking): Move {
  const hours = part ? { part } : { start: cityClock(start), end: cityClock(end) }
  return { desk: desk.id, day, ...hours }
}
