import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** Whether the window is being printed: the sheet is made only then, because a month has thousands of cells. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false)

  // Synchronises with the browser's printing, which begins outside React and waits for nobody.
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true))
    const end = () => setPrinting(false)
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [])
  return printing
}
