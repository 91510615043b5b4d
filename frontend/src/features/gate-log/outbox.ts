import { answered } from '#/api/answered'
import { client } from '#/api/client'
import type { components } from '#/api/generated/schema'
import { ApiProblem } from '#/api/problem'
import { sending } from '#/api/sending'
import { sessionOver } from '#/api/session-over'

type Received = components['schemas']['GateLogReceived']

/** A file that was chosen, and how far it is. It stays until it has arrived or is taken off. */
export interface Outgoing {
  id: number
  file: File
  standing:
    | { kind: 'waiting' }
    | { kind: 'sending'; bytes: number }
    | { kind: 'arrived'; known: boolean }
    | { kind: 'stopped' }
    | { kind: 'failed'; error: unknown }
}

let files: readonly Outgoing[] = []
let last = 0
let stopper: { id: number; stop: AbortController } | null = null
const changed = new Set<() => void>()

/** Files on their way, as an external store: they go on while somebody looks at another screen. */
export const outbox = {
  now: () => files,
  subscribe: (listener: () => void) => {
    changed.add(listener)
    return () => {
      changed.delete(listener)
    }
  },
}

/** Take files that were chosen; what arrived before is no news any more. */
export function sendFiles(chosen: readonly File[]): void {
  const wanted = chosen.map((file) => ({ id: ++last, file, standing: { kind: 'waiting' } as const }))
  put([...files.filter(({ standing }) => standing.kind !== 'arrived'), ...wanted])
  void sendWaiting()
}

export function sendAgain(id: number): void {
  stand(id, { kind: 'waiting' })
  void sendWaiting()
}

/** Stop a file that is on its way or waits. Nothing of it is kept anywhere but here. */
export function stopSending(id: number): void {
  if (stopper?.id === id) stopper.stop.abort()
  else stand(id, { kind: 'stopped' })
}

export function takeOff(id: number): void {
  put(files.filter((one) => one.id !== id))
}

/** One after another: two large files at once would both be slow. */
async function sendWaiting(): Promise<void> {
  if (stopper) return
  for (let next = waiting(); next; next = waiting()) await send(next)
}

const waiting = () => files.find(({ standing }) => standing.kind === 'waiting')

async function send({ id, file }: Outgoing): Promise<void> {
  const stop = new AbortController()
  stopper = { id, stop }
  stand(id, { kind: 'sending', bytes: 0 })
  try {
    const { known } = await post(file, stop.signal, (bytes) => stand(id, { kind: 'sending', bytes }))
    stand(id, { kind: 'arrived', known })
  } catch (error) {
    if (error instanceof ApiProblem && error.code === 'not_signed_in') sessionOver.announce()
    stand(id, stop.signal.aborted ? { kind: 'stopped' } : { kind: 'failed', error })
  } finally {
    stopper = null
  }
}

function post(file: File, signal: AbortSignal, onBytes: (bytes: number) => void): Promise<Received> {
  const form = new FormData()
  form.append('file', file, file.name)
  return answered(
    client.POST('/gate-log/files/', {
      // The contract names the file by text; what is sent is the file itself.
      body: { file: file.name },
      bodySerializer: () => form,
      // The form is a little larger than the file in it.
      fetch: sending(form, ({ bytes }) => onBytes(Math.min(bytes, file.size))),
      signal,
    }),
  )
}

function stand(id: number, standing: Outgoing['standing']): void {
  put(files.map((one) => (one.id === id ? { ...one, standing } : one)))
}

function put(next: readonly Outgoing[]): void {
  files = next
  for (const listener of changed) listener()
}
