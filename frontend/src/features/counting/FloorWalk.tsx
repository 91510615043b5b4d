import { useQuery } from '@tanstack/react-query'
import { useCallback, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApiProblem } from '#/api/problem'
import { randomKey } from '#/api/random-key'
import { useProblemWords } from '#/api/useProblemWords'
import { ErrorState } from '#/ui/ErrorState'
import { SectionHeading } from '#/ui/SectionHeading'
import { SkeletonLines } from '#/ui/Skeleton'
import { showToast } from '#/ui/toasts'
import { AreaForm } from './AreaForm'
import { countQueue, dropCount, type QueuedCount, queueCount } from './count-queue'
import { NothingToCount } from './NothingToCount'
import { countsOptions, useTakenCounts, useWithdrawal, walkOptions } from './queries'
import { useServerNow } from './useServerNow'
import { WaitingNote } from './WaitingNote'
import { WalkDone } from './WalkDone'
import { WalkProgress } from './WalkProgress'
import { WalkRow } from './WalkRow'
import { toCount, type WalkLine, walkLines } from './walk'

interface FloorWalkProps {
  day: string
  floor: { id: number; name: string }
  next: { name: string; go: () => void } | null
}

/** One floor, area after area: the form of the area one stands in, and the walk with what was counted. */
export function FloorWalk({ day, floor, next }: FloorWalkProps) {
  const { t } = useTranslation('counting')
  const words = useProblemWords()
  const walk = useQuery(walkOptions(floor.id))
  const counts = useQuery(countsOptions(day, floor.id))
  const queue = useSyncExternalStore(countQueue.subscribe, countQueue.now)
  const serverNow = useServerNow(walk.data?.now, walk.dataUpdatedAt)
  const withdrawal = useWithdrawal(day)
  const [chosen, setChosen] = useState<number | null>(null)
  const [left, setLeft] = useState<number | null>(null)
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({})
  const [said, setSaid] = useState('')
  const onRefused = useCallback(
    (count: QueuedCount, failure: ApiProblem) => {
      setChosen(count.area)
      setTyped((others) => ({ ...others, [count.area]: String(count.inUse) }))
      showToast({ words: words(failure).title, lines: words(failure).lines, tone: 'failed' })
    },
    [words],
  )
  useTakenCounts(day, onRefused)

  if (walk.isPending || counts.isPending) return <SkeletonLines lines={4} className="h-16" />
  if (!walk.data || !counts.data) {
    const retry = () => void Promise.all([walk.refetch(), counts.refetch()])
    return <ErrorState title={words(walk.error ?? counts.error).title} onRetry={retry} />
  }
  if (walk.data.areas.length === 0) return <NothingToCount title={t('noAreas')} />

  const lines = walkLines(walk.data, counts.data, queue.waiting, serverNow())
  const current = toCount(lines, chosen, left)
  const count = (line: WalkLine, inUse: number) => {
    queueCount({
      key: randomKey(),
      floor: floor.id,
      area: line.id,
      inUse,
      at: new Date(serverNow()).toISOString(),
    })
    setChosen(null)
    setLeft(line.id)
    setSaid(t('said', { area: line.name, count: inUse }))
  }
  const undo = (line: WalkLine) => {
    const done = () => {
      setChosen(line.id)
      setSaid(t('saidUndone', { area: line.name }))
    }
    if (line.waiting) {
      dropCount(line.waiting.key)
      done()
    } else if (line.last) {
      withdrawal.mutate(line.last, {
        onSuccess: done,
        onError: (failure) => showToast({ words: words(failure).title, tone: 'failed' }),
      })
    }
  }
  const others = lines.filter((line) => !line.done && line.id !== current?.id)
  return (
    <div className="grid items-start gap-x-8 gap-y-6 rail:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]">
      <div className="flex flex-col gap-4">
        <WalkProgress lines={lines} />
        {current ? (
          <AreaForm
            line={current}
            typed={typed[current.id] ?? '0'}
            onType={(text) => setTyped((known) => ({ ...known, [current.id]: text }))}
            onCount={(inUse) => count(current, inUse)}
            onSkip={
              others.length === 0
                ? null
                : () => {
                    setChosen(null)
                    setLeft(current.id)
                  }
            }
          />
        ) : (
          <WalkDone floor={floor.name} next={next} />
        )}
        {queue.stuck && queue.waiting.length > 0 && <WaitingNote count={queue.waiting.length} />}
        <p role="status" className="sr-only">
          {said}
        </p>
      </div>
      <section aria-labelledby="walk-heading">
        <SectionHeading id="walk-heading" note={t('walkNote')}>
          {t('walk', { floor: floor.name })}
        </SectionHeading>
        <ol className="mt-3 overflow-hidden rounded-12 border border-card bg-white">
          {lines.map((line) => (
            <WalkRow
              key={line.id}
              line={line}
              current={line.id === current?.id}
              stuck={queue.stuck}
              onChoose={() => setChosen(line.id)}
              onUndo={() => undo(line)}
            />
          ))}
        </ol>
      </section>
    </div>
  )
}
