import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { client } from '#/api/client'
import type { components } from '#/api/generated/schema'
import { ApiProblem } from '#/api/problem'

export type DisplayedFloor = components['schemas']['DisplayedFloor']
export type DisplayedArea = components['schemas']['DisplayedArea']

const POLL_MS = 15_000
const POLL_WHEN_OVER_MS = 60_000
/** After so long without an answer the screen says that it cannot be brought up to date. */
const STALE_MS = 60_000
const TICK_MS = 5_000
const ONE_DAY_MS = 86_400_000

/** The floor on the wall, asked for again and again; what was last known stays, and `stale` says that it is old. */
export function useWall(token: string) {
  const [opened] = useState(Date.now)
  const [now, setNow] = useState(Date.now)
  const wall = useQuery({
    queryKey: ['wall', token],
    queryFn: async ({ signal }) => {
      const { data } = await client.GET('/displays/{token}/', { params: { path: { token } }, signal })
      if (!data) throw new Error('a display without an answer')
      return data
    },
    staleTime: 0,
    retry: false,
    refetchIntervalInBackground: true,
    refetchInterval: ({ state }) => (isOver(state.error) ? POLL_WHEN_OVER_MS : POLL_MS),
  })

  // Synchronises with the clock: an answer grows old by itself, and a screen that runs for months gets new programs.
  useEffect(() => {
    const tick = setInterval(() => {
      setNow(Date.now())
      if (Date.now() - opened > ONE_DAY_MS && navigator.onLine) window.location.reload()
    }, TICK_MS)
    return () => clearInterval(tick)
  }, [opened])

  return {
    floor: wall.data,
    over: isOver(wall.error),
    stale: wall.data ? now - wall.dataUpdatedAt > STALE_MS : wall.isError,
  }
}

/** The address was revoked or never was one: what it showed has to go. */
function isOver(error: unknown): boolean {
  return error instanceof ApiProblem && (error.status === 404 || error.status === 429)
}
