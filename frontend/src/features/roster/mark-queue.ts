import { client } from '#/api/client'
import type { components } from '#/api/generated/schema'
import { ApiProblem } from '#/api/problem'
import { read, write } from './kept'
import type { QueuedMark } from './standing'

type Taken = components['schemas']['MarkTaken']['taken']

/** Marks made on this device and not taken by the server yet, oldest first; they outlive the page. */
const KEPT = 'marks'
const TRY_AGAIN_MS = 5_000
const AT_ONCE = 200

interface Listeners {
  /** The server has these; `refused` are those it would not take. */
  onSent: (sent: readonly QueuedMark[], refused: readonly QueuedMark[]) => void
}

let queue: readonly QueuedMark[] = []
let loaded: Promise<void> | null = null
let sending = false
let timer: ReturnType<typeof setTimeout> | undefined
const changed = new Set<() => void>()
const heard = new Set<Listeners>()

function put(next: readonly QueuedMark[]): void {
  queue = next
  void write(KEPT, next)
  for (const listener of changed) listener()
}

/** The queue as an external store. */
export const markQueue = {
  now: () => queue,
  subscribe: (listener: () => void) => {
    changed.add(listener)
    return () => {
      changed.delete(listener)
    }
  },
  /** Hear of what the server took. */
  hear: (listeners: Listeners) => {
    heard.add(listeners)
    return () => {
      heard.delete(listeners)
    }
  },
}

/** Bring back what an earlier page could not send, and go on sending; once a page. */
export function loadMarks(): Promise<void> {
  loaded ??= read<QueuedMark[]>(KEPT).then((found) => {
    if (found?.length) put([...found, ...queue])
    window.addEventListener('online', () => void sendMarks())
    void sendMarks()
  })
  return loaded
}

/** Take a mark: it shows at once and is sent as soon as somebody answers. */
export function queueMark(mark: QueuedMark): void {
  put([...queue, mark])
  void sendMarks()
}

/** Send what waits, in the order in which it was made; what cannot be sent now is tried again by itself. */
export async function sendMarks(): Promise<void> {
  if (sending) return
  sending = true
  clearTimeout(timer)
  try {
    while (queue.length > 0) await sendSome()
  } catch (failure) {
    if (!(failure instanceof ApiProblem)) throw failure
    timer = setTimeout(() => void sendMarks(), TRY_AGAIN_MS)
  } finally {
    sending = false
  }
}

async function sendSome(): Promise<void> {
  const headCount = queue[0]?.headCount ?? ''
  const some = queue.filter((mark) => mark.headCount === headCount).slice(0, AT_ONCE)
  const taken = await post(headCount, some)
  const sent = some.filter((mark) => isKept(taken.get(mark.id)))
  const refused = some.filter((mark) => !isKept(taken.get(mark.id)))
  for (const { onSent } of heard) onSent(sent, refused)
  const gone = new Set(some.map((mark) => mark.id))
  put(queue.filter((mark) => !gone.has(mark.id)))
}

/** What became of each mark; a head count that is not there takes none. Throws what may pass by itself. */
async function post(id: string, marks: readonly QueuedMark[]): Promise<Map<string, Taken>> {
  const now = Date.now()
  const body = {
    marks: marks.map(({ headCount: _, madeAt, ...mark }) => ({
      ...mark,
      seconds_ago: Math.max(0, Math.round((now - madeAt) / 1_000)),
    })),
  }
  try {
    const { data } = await client.POST('/head-counts/{id}/marks/', { params: { path: { id } }, body })
    return new Map((data?.marks ?? []).map((one) => [one.id.replaceAll('-', ''), one.taken]))
  } catch (failure) {
    if (failure instanceof ApiProblem && (failure.status === 400 || failure.status === 404)) return new Map()
    throw failure
  }
}

function isKept(taken: Taken | undefined): boolean {
  return taken === 'kept' || taken === 'known'
}
