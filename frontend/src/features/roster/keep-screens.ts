let asked = false

/**
 * Have the browser keep the screens of the roster, so that they open while the server does not answer; once a page.
 * What they show then is what was kept (kept.ts). Without https, and in windows that keep nothing, they do not.
 */
export function keepScreens(): void {
  if (asked || import.meta.env.DEV || !('serviceWorker' in navigator)) return
  asked = true
  navigator.serviceWorker.register('/roster-worker.js', { scope: '/roster' }).catch(() => undefined)
}
