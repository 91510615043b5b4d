import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { client } from '#/api/client'
import type { Period } from './choices/periods'
import type { Asked } from './choices/search'
import { summaryOptions } from './queries'

const LOOKED_EVERY_MS = 4_000
/** A worker that built nothing for so long has nothing left to build, or does not run. */
const GIVEN_UP_MS = 120_000

/** Facts that were asked for from here: from being asked until no more of them come. */
export interface Building {
  ask: () => void
  asking: boolean
  error: unknown
  going: boolean
  /** Nothing was recorded up to the end of the period, so that there is nothing to count. */
  nothing: boolean
}

/** Have the facts of a period built now; while they come, the report is asked again and again. */
export function useBuild(asked: Asked, compared: Period | null, today: string): Building {
  const cache = useQueryClient()
  const [since, setSince] = useState<number | null>(null)
  const going = since !== null
  const scope = useQuery({
    ...summaryOptions(asked, compared),
    refetchInterval: going ? LOOKED_EVERY_MS : false,
  }).data?.scope
  const version = scope?.facts_version
  const known = useRef(version)
  const build = useMutation({
    mutationFn: async () => {
      const body = { from: asked.from, to: asked.to < today ? asked.to : today }
      const { data } = await client.POST('/occupancy/days/build/', { body })
      return data && 'days' in data ? data.days : 1
    },
    onSuccess: (days) => setSince(days > 0 ? Date.now() : null),
    onSettled: () => cache.invalidateQueries({ predicate: isOfOccupancy }),
  })

  // Synchronises with the facts, which the worker builds: every report is of older ones than the summary now.
  useEffect(() => {
    const before = known.current
    known.current = version
    if (before === undefined || version === undefined || before === version) return
    setSince((time) => (time === null ? null : Date.now()))
    void cache.invalidateQueries({ predicate: isOfOccupancy })
  }, [version, cache])

  // Synchronises with the clock: after a while without news nothing is waited for.
  useEffect(() => {
    if (since === null) return
    const timer = setTimeout(() => setSince(null), GIVEN_UP_MS)
    return () => clearTimeout(timer)
  }, [since])

  return {
    ask: () => build.mutate(),
    asking: build.isPending,
    error: build.error,
    going: going && (scope === undefined || scope.missing_days > 0 || scope.working_days === 0),
    nothing: build.data === 0,
  }
}

function isOfOccupancy({ queryKey }: { queryKey: readonly unknown[] }): boolean {
  return String(queryKey[1]).startsWith('/occupancy/')
}
