import { useEffect, useState } from 'react'

/** The time now in milliseconds since 1970, read anew every so often. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(() => Date.now())

  // Synchronises with the clock: ages grow, and whoever is not marked in time becomes unaccounted for.
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])

  return now
}
