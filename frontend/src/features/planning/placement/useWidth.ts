import { type RefCallback, useCallback, useState } from 'react'

/** How many pixels wide an element is, as long as it is there; `first` before it is known. */
export function useWidth(first: number): { box: RefCallback<HTMLElement>; width: number } {
  const [width, setWidth] = useState(first)
  const box = useCallback((element: HTMLElement | null) => {
    if (!element || !('ResizeObserver' in window)) return
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return { box, width }
}
