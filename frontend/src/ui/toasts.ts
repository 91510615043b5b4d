export interface Toast {
  id: number
  words: string
  /** More lines, such as what a refusal adds. */
  lines?: readonly string[]
  tone: 'done' | 'failed'
  action?: { label: string; onPress: () => void }
}

let toasts: readonly Toast[] = []
let nextId = 1
const listeners = new Set<() => void>()

function set(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

/** Say what was done or refused, in passing; `action` is how to undo it. Returns its number. */
export function showToast(toast: Omit<Toast, 'id'>): number {
  const id = nextId++
  const kept = toasts.filter((other) => other.tone === 'failed' || other.action).slice(-1)
  set([...kept, { ...toast, id }])
  return id
}

export function dismissToast(id: number): void {
  set(toasts.filter((toast) => toast.id !== id))
}

export const toastStore = {
  now: () => toasts,
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
}
