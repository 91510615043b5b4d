import { type RefObject, useCallback, useEffect, useState } from 'react'

/** How long a page of names stands: long enough to look for one's colleague. */
export const PAGE_MS = 12_000

/** A browser's own rounding is no page. */
const ROUNDING = 0.02

/** How many pages columns of this width, in pixels, come to where `shown` of it can be seen at a time. */
export function pagesOf(all: number, shown: number, gap: number): number {
  return shown > 0 ? Math.max(1, Math.ceil((all + gap) / (shown + gap) - ROUNDING)) : 1
}

/** Turns the pages of a box whose columns overflow it to the right: nobody can scroll a wall. */
export function useTurningPages(box: RefObject<HTMLElement | null>) {
  const [turned, setTurned] = useState(0)
  const [pages, setPages] = useState(1)
  const page = turned % pages

  const measure = useCallback(() => {
    const element = box.current
    if (element) setPages(pagesOf(element.scrollWidth, element.clientWidth, gapOf(element)))
  }, [box])

  // The clock turns the pages, and the window's size says how many there are.
  useEffect(() => {
    const turning = setInterval(() => setTurned((before) => before + 1), PAGE_MS)
    window.addEventListener('resize', measure)
    return () => {
      clearInterval(turning)
      window.removeEventListener('resize', measure)
    }
  }, [measure])

  // Where the box is scrolled to is the browser's.
  useEffect(() => {
    const element = box.current
    if (element) element.scrollLeft = page * (element.clientWidth + gapOf(element))
  }, [box, page])

  return { page, pages, measure }
}

function gapOf(element: HTMLElement): number {
  return Number.parseFloat(getComputedStyle(element).columnGap) || 0
}
