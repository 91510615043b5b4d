import { client } from '#/api/client'
import type { components } from '#/api/generated/schema'
import { ApiProblem } from '#/api/problem'

export type Counted = components['schemas']['Counted']

/** A count made on this device and not taken by the server yet; `at` is an instant of the server's clock. */
export interface QueuedCount {
  key: string
  floor: number
  area: number
  inUse: number
  at: string
}

interface Queue {
  waiting: readonly QueuedCount[]
  /** The server did not answer when it was asked last. */
  stuck: boolean
}

interface Listener {
  onTaken: (count: QueuedCount, taken: Counted) => void
  onRefused: (count: QueuedCount, failure: ApiProblem) => void
}

const TRY_AGAIN_MS = 5_000
/** Answers that may pass by themselves: nobody reached, signed out meanwhile, asked too often, a server that fails. */
const passes = ({ status }: ApiProblem) => status === 0 || status === 401 || status === 429 || status >= 500

let queue: Queue = { waiting: [], stuck: false }
let place: string | null = null
let sending = false
let timer: ReturnType<typeof setTimeout> | undefined
const changed = new Set<() => void>()
const heard = new Set<Listener>()

function put(next: Queue): void {
  queue = next
  if (place !== null) keep(place, next.waiting)
  for (const listener of changed) listener()
}

/** The queue as an external store. */
export const countQueue = {
  now: () => queue,
  subscribe: (listener: () => void) => {
    changed.add(listener)
    return () => {
      changed.delete(listener)
    }
  },
  /** Hear of what the server took and what it refused. */
  hear: (listener: Listener) => {
    heard.add(listener)
    return () => {
      heard.delete(listener)
    }
  },
}

/** Bring back what this person could not send from this browser, and go on sending. */
export function openCounts(username: string): void {
  const wanted = `kyoseki.counts.${username}`
  if (place === wanted) return
  if (place === null) window.addEventListener('online', () => void sendCounts())
  place = wanted
  put({ waiting: kept(wanted), stuck: false })
  void sendCounts()
}

/** Take a count: it shows at once and is sent as soon as somebody answers. */
export function queueCount(count: QueuedCount): void {
  put({ ...queue, waiting: [...queue.waiting, count] })
  void sendCounts()
}

/** Take a count back that was not sent yet. */
export function dropCount(key: string): void {
  put({ ...queue, waiting: queue.waiting.filter((one) => one.key !== key) })
}

/** Send what waits, in the order in which it was counted; what cannot be sent now is tried again by itself. */
export async function sendCounts(): Promise<void> {
  if (sending) return
  sending = true
  clearTimeout(timer)
  try {
    for (let next = queue.waiting[0]; next; next = queue.waiting[0]) await send(next)
    if (queue.stuck) put({ ...queue, stuck: false })
  } catch (failure) {
    if (!(failure instanceof ApiProblem)) throw failure
    put({ ...queue, stuck: true })
    timer = setTimeout(() => void sendCounts(), TRY_AGAIN_MS)
  } finally {
    sending = false
  }
}

async function send(count: QueuedCount): Promise<void> {
  const { key, floor, area, inUse, at } = count
  try {
    const { data } = await client.POST('/occupancy/counts/', {
      body: { floor, area, in_use: inUse, at },
      headers: { 'Idempotency-Key': key },
    })
    if (data) for (const { onTaken } of heard) onTaken(count, data)
  } catch (failure) {
    if (!(failure instanceof ApiProblem) || passes(failure)) throw failure
    for (const { onRefused } of heard) onRefused(count, failure)
  }
  put({ waiting: queue.waiting.filter((one) => one.key !== key), stuck: false })
}

/** Counts name no person, so they may outlive the page; a browser that keeps nothing is no reason to fail. */
function keep(name: string, waiting: readonly QueuedCount[]): void {
  try {
    if (waiting.length > 0) window.localStorage.setItem(name, JSON.stringify(waiting))
    else window.localStorage.removeItem(name)
  } catch {
    // Full, or forbidden: what was counted is still in the page.
  }
}

function kept(name: string): readonly QueuedCount[] {
  try {
    const found: unknown = JSON.parse(window.localStorage.getItem(name) ?? '[]')
    return Array.isArray(found) ? (found as QueuedCount[]) : []
  } catch {
    return []
  }
}
