import { type RefObject, useEffect, useRef, useState } from 'react'

/** How many pixels wide an element is; `first` before it is known. */
export function useWidth(first: number): { box: RefObject<HTMLDivElement | null>; width: number } {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(first)

  // Synchronises with the layout of the page, which lives outside React.
  useEffect(() => {
    const element = box.current
    if (!element || !('ResizeObserver' in window)) return
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return { box, width }
}
