import { useCallback } from 'react'

/**
 * The server's time now in milliseconds since 1970, by what it said when it answered last: a phone's own clock may be
 * wrong, and counts are kept with the time at which they were made.
 */
export function useServerNow(said: string | undefined, heardAt: number): () => number {
  const ahead = said === undefined ? 0 : Date.parse(said) - heardAt
  return useCallback(() => Date.now() + ahead, [ahead])
}
