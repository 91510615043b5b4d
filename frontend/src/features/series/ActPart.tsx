import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { Button } from '#/ui/Button'
import { SwapIcon } from '#/ui/icons'
import { Notice } from '#/ui/Notice'
import { showToast } from '#/ui/toasts'
import { ChangePart } from './ChangePart'
import { type SeriesDate, useCancelDates, useRestoreDates } from './queries'
import { ScopeChoice } from './ScopeChoice'
import { type Chosen, datesChosen, stretchOf } from './scope'

interface ActPartProps {
  series: number
  /** Those still to come, in order; at least one. */
  dates: readonly SeriesDate[]
  onDone: () => void
}

/** Change or give up one date, a stretch of them, or the rest. A cancellation can be undone from what is said of it. */
export function ActPart({ series, dates, onDone }: ActPartProps) {
  const { t } = useTranslation(['series', 'everyday'])
  const words = useProblemWords()
  const first = dates[0]?.booking.day ?? ''
  const last = dates.at(-1)?.booking.day ?? first
  const [asked, setAsked] = useState<Chosen>({ scope: 'rest', from: first, to: last })
  const [changing, setChanging] = useState(false)
  const cancel = useCancelDates(series)
  const restore = useRestoreDates(series)
  // Dates go away once they are given up: the choice stays among those that are left.
  const known = (day: string, instead: string) =>
    dates.some(({ booking }) => booking.day === day) ? day : instead
  const chosen = { ...asked, from: known(asked.from, first), to: known(asked.to, last) }
  const affected = datesChosen(dates, chosen)
  const count = affected.filter(({ booking }) => booking.may.includes('cancel')).length

  const undo = (bookings: number[]) =>
    restore.mutate(bookings, {
      onSuccess: (answer) =>
        showToast({ tone: 'done', words: t('act.restored', { count: answer.bookings.length }) }),
      onError: (error) => showToast({ tone: 'failed', words: words(error).title, lines: words(error).lines }),
    })
  const giveUp = () =>
    cancel.mutate(stretchOf(chosen), {
      onSuccess: ({ cancelled, left }) => {
        showToast({
          tone: 'done',
          words: t('act.cancelled', { count: cancelled.length }),
          ...(left.length > 0 && { lines: [t('act.left', { count: left.length })] }),
          action: { label: t('undo'), onPress: () => undo(cancelled.map(({ id }) => id)) },
        })
        onDone()
      },
    })
  return (
    <section
      aria-labelledby="series-act"
      className="flex flex-col gap-4 rounded-12 border border-card p-4 rail:p-6"
    >
      <h2 id="series-act" className="text-xl leading-[1.5] font-bold">
        {t('act.title')}
      </h2>
      <ScopeChoice dates={dates} chosen={chosen} onChange={setAsked} />
      <p role="status" className="text-sm text-quiet">
        {t('act.count', { count: affected.length })}
      </p>
      {cancel.error && <Notice tone="warn">{words(cancel.error).title}</Notice>}
      <div className="flex flex-wrap gap-3">
        <Button
          kind="secondary"
          icon={<SwapIcon size={20} />}
          aria-expanded={changing}
          onPress={() => setChanging(!changing)}
        >
          {t(changing ? 'act.changeStop' : 'act.change')}
        </Button>
        <Button
          kind="destructive"
          className="ms-auto"
          busy={cancel.isPending}
          isDisabled={count === 0}
          onPress={giveUp}
        >
          {t('act.cancel', { count })}
        </Button>
      </div>
      {changing && (
        <ChangePart
          series={series}
          stretch={stretchOf(chosen)}
          onDone={() => {
            setChanging(false)
            onDone()
          }}
        />
      )}
    </section>
  )
}
