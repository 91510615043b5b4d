import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '#/api/problem'
import { useProblemWords } from '#/api/useProblemWords'
import { showToast } from '#/ui/toasts'
import { decide } from './deciding'
import type { Deed, Outcome, Waiting } from './shapes'

/** What was refused of a thing, which stays on the screen with it. */
export interface Trouble {
  item: Waiting
  problem: Problem
}

/** What became of an act about several. */
export interface Summary {
  deed: Deed
  done: number
  refused: Trouble[]
}

interface Asked {
  deed: Deed
  items: readonly Waiting[]
  comment: string
}

/** What a decision changes on the screens. */
const TOUCHED = ['/telework/', '/attendance/', '/notices/unread/']

const key = (one: Waiting) => `${one.kind}-${one.id}`

/**
 * Deciding: what is decided leaves the list at once and comes back with the reason where the server refuses. What has
 * changed meanwhile stays until it is put aside.
 */
export function useDeciding() {
  const { t } = useTranslation('approvals')
  const words = useProblemWords()
  const cache = useQueryClient()
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(new Set())
  const [troubles, setTroubles] = useState<ReadonlyMap<string, Trouble>>(new Map())
  const [summary, setSummary] = useState<Summary | null>(null)

  const forget = (items: readonly Waiting[]) =>
    setTroubles((before) => {
      const after = new Map(before)
      for (const one of items) after.delete(key(one))
      return after
    })
  const stay = (items: readonly Waiting[]) =>
    setLeaving((before) => new Set([...before].filter((one) => !items.some((item) => key(item) === one))))

  const mutation = useMutation({
    mutationFn: async ({ deed, items, comment }: Asked): Promise<Outcome> => {
      const [first] = items
      return first ? decide(first.kind, deed, items, comment) : { done: [], refused: [] }
    },
    onMutate: ({ items }) => {
      setSummary(null)
      forget(items)
      setLeaving((before) => new Set([...before, ...items.map(key)]))
    },
    onSuccess: (outcome, { deed, items }) => {
      const refused = outcome.refused.flatMap(({ id, problem }) => {
        const item = items.find((one) => one.id === id)
        return item ? [{ item, problem }] : []
      })
      setTroubles((before) => new Map([...before, ...refused.map((one) => [key(one.item), one] as const)]))
      stay(refused.map(({ item }) => item))
      const [only] = items
      if (items.length > 1 || refused.length > 0) setSummary({ deed, done: outcome.done.length, refused })
      else if (only) showToast({ tone: 'done', words: t(`done.${deed}`, { name: only.person.name }) })
    },
    onError: (error, { items }) => {
      stay(items)
      showToast({ tone: 'failed', words: words(error).title, lines: words(error).lines })
    },
    onSettled: async (_outcome, _error, { items }) => {
      await cache.invalidateQueries({
        predicate: ({ queryKey }) => TOUCHED.some((path) => String(queryKey[1]).startsWith(path)),
      })
      stay(items)
    },
  })

  return {
    /** Act on items of one kind. `done` hears of success, whatever of it was refused. */
    act: (asked: Asked, done?: () => void) => mutation.mutate(asked, done ? { onSuccess: done } : {}),
    busy: mutation.isPending,
    failed: mutation.error,
    summary,
    closeSummary: () => setSummary(null),
    troubleOf: (one: Waiting) => troubles.get(key(one))?.problem ?? null,
    forget: (one: Waiting) => forget([one]),
    /** The list as it stands for the reader: without what is leaving, with what was refused although it is gone. */
    shown: (every: readonly Waiting[], belongs: (one: Waiting) => boolean): Waiting[] => {
      const there = new Set(every.map(key))
      const gone = [...troubles.values()].map(({ item }) => item).filter((item) => !there.has(key(item)))
      return [...every, ...gone.filter(belongs)].filter((one) => !leaving.has(key(one)))
    },
  }
}

export type Deciding = ReturnType<typeof useDeciding>
