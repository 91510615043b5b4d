import { Link } from '@tanstack/react-router'
import { useMemo, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '#/api/problem'
import { randomKey } from '#/api/random-key'
import { useProblemWords } from '#/api/useProblemWords'
import { cityTime } from '#/lib/city-time'
import { Button } from '#/ui/Button'
import { linkLook } from '#/ui/button-look'
import { ErrorState } from '#/ui/ErrorState'
import { CheckIcon } from '#/ui/icons'
import { Notice } from '#/ui/Notice'
import { PageHeading } from '#/ui/PageHeading'
import { SkeletonLines } from '#/ui/Skeleton'
import { showToast } from '#/ui/toasts'
import { VisuallyHidden } from '#/ui/VisuallyHidden'
import { AddPerson } from './AddPerson'
import { CloseCount } from './CloseCount'
import { CountList } from './CountList'
import { KindBanner } from './KindBanner'
import { markQueue, queueMark } from './mark-queue'
import { OpenRoster } from './OpenRoster'
import { CountSheet } from './PrintSheet'
import { useHeadCount, useSentMarks, useWhoever } from './queries'
import { StaleNote } from './StaleNote'
import { counted, countLines, type HeadCount, type Status } from './standing'
import { useNow } from './useNow'

const TICK_MS = 5_000

/** A head count: who is found, who is not. Marks show at once and are sent when somebody answers. */
export function HeadCountScreen({ id }: { id: string }) {
  const { t } = useTranslation('roster')
  const words = useProblemWords()
  const headCount = useHeadCount(id)
  const code = headCount.error instanceof ApiProblem ? headCount.error.code : null
  if (code === 'roster_not_opened') return <OpenRoster onOpened={() => void headCount.refetch()} />
  if (headCount.data && code !== 'forbidden') {
    const keptAt = headCount.isError ? headCount.dataUpdatedAt : null
    return <Opened headCount={headCount.data} keptAt={keptAt} onRetry={() => void headCount.refetch()} />
  }
  return (
    <>
      <PageHeading className="mb-4">{t('count.title')}</PageHeading>
      {headCount.isError ? (
        <ErrorState title={words(headCount.error).title} onRetry={() => void headCount.refetch()} />
      ) : (
        <SkeletonLines lines={6} className="h-16" />
      )}
    </>
  )
}

interface OpenedProps {
  headCount: HeadCount
  keptAt: number | null
  onRetry: () => void
}

function Opened({ headCount, keptAt, onRetry }: OpenedProps) {
  const { t } = useTranslation('roster')
  const me = useWhoever()
  const myName = me?.person?.name ?? me?.username ?? ''
  const now = useNow(TICK_MS)
  const queued = useSyncExternalStore(markQueue.subscribe, markQueue.now)
  const [said, setSaid] = useState('')
  useSentMarks(sayRefused)
  const late = now >= Date.parse(headCount.due_at)
  const lines = useMemo(
    () => countLines(headCount, queued, late ? Number.POSITIVE_INFINITY : 0, myName),
    [headCount, queued, late, myName],
  )
  const counts = counted(lines)
  const open = counts.unaccounted + counts.waiting
  const mark = (person: number, name: string, status: Status, note = '') => {
    queueMark({ id: randomKey(), headCount: headCount.id, person, status, note, madeAt: Date.now() })
    const words =
      status === 'unmarked'
        ? t('count.unmarked', { name })
        : t('count.marked', { name, state: t(`count.state.${status}`) })
    setSaid(words)
  }
  const waiting = queued.filter((one) => one.headCount === headCount.id).length

  return (
    <>
      <KindBanner kind={headCount.kind} />
      <StaleNote copyWrittenAt={headCount.copy_written_at} keptAt={keptAt} onRetry={onRetry} />
      {waiting > 0 && (keptAt !== null || headCount.from_copy) && (
        <div className="mb-4">
          <Notice>{t('queue.waiting', { count: waiting })}</Notice>
        </div>
      )}
      <div className="mb-3 flex flex-wrap items-baseline gap-x-4">
        <PageHeading>{t('count.title')}</PageHeading>
        <Link to="/roster" className={`${linkLook} inline-flex min-h-11 items-center`}>
          {t('count.back')}
        </Link>
      </div>
      <p className="text-sm text-quiet">
        {headCount.closed_at
          ? t('count.closed', { time: cityTime(headCount.closed_at), name: headCount.closed_by })
          : `${t('count.startedBy', { time: cityTime(headCount.started_at), name: headCount.started_by })}　${t('count.due', { time: cityTime(headCount.due_at) })}`}
      </p>
      {headCount.closing_note && <p className="mt-1">{headCount.closing_note}</p>}
      <p role="status" className="my-3 flex flex-wrap items-baseline gap-x-3">
        {open > 0 ? (
          <>
            <span className={late ? 'font-bold text-warn-text' : 'font-bold'}>
              {t(late ? 'count.state.unaccounted' : 'count.state.waiting')}
            </span>
            <span className="text-[2rem] leading-[1.4] font-bold tabular-nums">{open}</span>
            <span className="text-quiet">/ {t('people', { count: lines.length })}</span>
          </>
        ) : (
          <span className="flex items-center gap-2 text-lg font-bold text-free-text">
            <CheckIcon />
            {t('count.done')}
          </span>
        )}
      </p>
      <VisuallyHidden>
        <span role="status">{said}</span>
      </VisuallyHidden>
      <CountList
        headCount={headCount}
        lines={lines}
        now={now}
        onMark={(line, status, note) => mark(line.person, line.name, status, note)}
      />
      <div className="mt-6 flex flex-wrap gap-2">
        {!headCount.closed_at && <AddPerson onAdd={(person, name) => mark(person, name, 'safe')} />}
        <Button onPress={() => window.print()}>{t('print.do')}</Button>
        {headCount.may_lead && !headCount.closed_at && <CloseCount id={headCount.id} unmarked={open} />}
      </div>
      <CountSheet headCount={headCount} lines={lines} />
    </>
  )

  function sayRefused(count: number) {
    showToast({ tone: 'failed', words: t('queue.refused', { count }) })
  }
}
