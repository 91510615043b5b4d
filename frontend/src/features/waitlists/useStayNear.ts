import { type RefObject, useEffect, useRef } from 'react'

/**
 * Where the keyboard goes when an offer was answered: its card goes, its buttons with it, and perhaps the whole part
 * of the page. It stays in `part`, or goes to the page's heading. Call what this answers when an offer was answered.
 */
export function useStayNear(part: RefObject<HTMLElement | null>, offers: number): () => void {
  const answered = useRef(false)
  // Synchronises the browser's focus with a card that has gone.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what matters is that a card has gone
  useEffect(() => {
    if (!answered.current) return
    answered.current = false
    if (document.activeElement !== document.body) return
    const there = part.current ?? document.querySelector<HTMLElement>('h1')
    there?.focus({ preventScroll: true })
  }, [offers])
  return () => {
    answered.current = true
  }
}
