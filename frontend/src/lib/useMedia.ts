import { useSyncExternalStore } from 'react'

/** The frame's own turning point: below it the rail is a bar at the bottom (`--breakpoint-rail`). */
export const NARROW = '(max-width: 56.1875rem)'

/** Whether a media query holds now. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    () => window.matchMedia(query).matches,
  )
}
