/** Whether the server has said that the session is over; whoever signs in again says that it is not. */
const listeners = new Set<() => void>()
let over = false

function set(value: boolean): void {
  if (over === value) return
  over = value
  for (const listener of listeners) listener()
}

export const sessionOver = {
  announce: () => set(true),
  mend: () => set(false),
  now: () => over,
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
}
