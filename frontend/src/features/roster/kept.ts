import { createStore, del, get, set } from 'idb-keyval'
import { ROSTER_STORE } from '#/api/session'

/** What the server said last, kept in the browser for when nothing answers. Names and whereabouts: not for long. */
export interface Kept<Answer> {
  username: string | null
  /** When it was said, in milliseconds since 1970. */
  at: number
  answer: Answer
}

/** As long as an opened roster stays open on the server, unless set otherwise there. */
const KEPT_MS = 12 * 3_600_000

let store: ReturnType<typeof createStore> | null = null
const opened = () => {
  store ??= createStore(ROSTER_STORE, 'said')
  return store
}

/** Keep an answer; a browser that keeps nothing (private windows of some) is no reason to fail. */
export async function keep<Answer>(name: string, username: string | null, answer: Answer): Promise<void> {
  await set(name, { username, at: Date.now(), answer } satisfies Kept<Answer>, opened()).catch(
    () => undefined,
  )
}

/** What was kept under a name, unless it is old or another person's. */
export async function kept<Answer>(name: string, username: string | null): Promise<Kept<Answer> | null> {
  const found = await get<Kept<Answer>>(name, opened()).catch(() => undefined)
  if (!found) return null
  const others = username !== null && found.username !== null && found.username !== username
  if (others || Date.now() - found.at > KEPT_MS) {
    await del(name, opened()).catch(() => undefined)
    return null
  }
  return found
}

/** Read a value that is kept as long as it is needed. */
export async function read<Value>(name: string): Promise<Value | null> {
  return (await get<Value>(name, opened()).catch(() => undefined)) ?? null
}

/** Write a value that is kept as long as it is needed. */
export async function write<Value>(name: string, value: Value): Promise<void> {
  await set(name, value, opened()).catch(() => undefined)
}
