import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { Card } from '#/ui/Card'
import { showToast } from '#/ui/toasts'
import { percent, whole } from '../numbers'
import { useCancelPlacement } from '../queries'
import type { Placement } from '../shapes'

/** How far the optimiser is, in plain words, and the way to stop it. What is found by then stays. */
export function PlacementProgress({ placement }: { placement: Placement }) {
  const { t } = useTranslation('planning')
  const language = useLanguage()
  const words = useProblemWords()
  const cancel = useCancelPlacement()
  const { progress, state } = placement
  const stopping = placement.cancel_asked_at !== null
  const gone = Math.min(Math.floor(progress.seconds), progress.limit)
  const waiting = state === 'waiting'
  return (
    <Card label={t('run.title')}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <div role="status" className="min-w-0 grow">
          <p className="text-lg font-bold">
            {stopping ? t('run.stopping') : t(waiting ? 'run.waiting' : 'run.running')}
          </p>
          <p className="text-sm text-quiet">{foundWords()}</p>
        </div>
        {!stopping && (
          <Button
            kind="destructive"
            busy={cancel.isPending}
            onPress={() =>
              cancel.mutate(placement.id, {
                onError: (error) => showToast({ tone: 'failed', words: words(error).title }),
              })
            }
          >
            {t('run.cancel')}
          </Button>
        )}
      </div>
      {!waiting && (
        <>
          <div
            role="progressbar"
            aria-label={t('run.time')}
            aria-valuemin={0}
            aria-valuemax={progress.limit}
            aria-valuenow={gone}
            className="mt-4 h-3 overflow-hidden rounded-full border border-edge"
          >
            <div className="h-full bg-accent" style={{ width: `${(gone / progress.limit) * 100}%` }} />
          </div>
          <p className="mt-1 text-sm text-quiet tabular-nums">
            {t('run.seconds', { gone, count: progress.limit })}
          </p>
          {progress.best !== null && (
            <dl className="mt-3 flex flex-wrap gap-x-8 gap-y-1 text-sm tabular-nums">
              {[
                { word: t('run.best'), value: whole(progress.best, language) },
                ...(progress.bound === null
                  ? []
                  : [{ word: t('run.bound'), value: whole(progress.bound, language) }]),
                ...(progress.gap === null
                  ? []
                  : [{ word: t('run.gap'), value: percent(progress.gap, language) }]),
              ].map(({ word, value }) => (
                <div key={word} className="flex items-baseline gap-2">
                  <dt className="text-quiet">{word}</dt>
                  <dd className="m-0 font-bold">{value}</dd>
                </div>
              ))}
            </dl>
          )}
          <p className="mt-2 max-w-[44em] text-sm text-quiet">{t('run.meaning')}</p>
        </>
      )}
    </Card>
  )

  function foundWords(): string {
    if (waiting) return t('run.waitingLead')
    if (progress.best === null) return t('run.nothingYet')
    if (progress.gap === null) return t('run.found')
    return t('run.near', { gap: percent(progress.gap, language) })
  }
}
