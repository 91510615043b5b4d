import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { drawOptions } from '#/features/seating/queries'
import { useDraw } from '#/features/seating/useDraw'
import { dayName, timeRange } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { Dialog } from '#/ui/Dialog'
import { ErrorState } from '#/ui/ErrorState'
import { Notice } from '#/ui/Notice'
import { SectionHeading } from '#/ui/SectionHeading'
import { SkeletonLines } from '#/ui/Skeleton'
import { DrawResult } from './DrawResult'

interface DrawDoneProps {
  id: number
  /** For whoever may draw. */
  onNew: (() => void) | null
}

/** A draw that was done: what came out, made again from its record; to be undone as a whole by whoever may draw. */
export function DrawDone({ id, onNew }: DrawDoneProps) {
  const { t } = useTranslation(['seating', 'everyday'])
  const language = useLanguage()
  const words = useProblemWords()
  const [asking, setAsking] = useState(false)
  const found = useQuery(drawOptions(id))
  const { undo } = useDraw(() => undefined)
  if (found.isError) {
    return <ErrorState title={words(found.error).title} onRetry={() => void found.refetch()} />
  }
  if (!found.data) return <SkeletonLines lines={6} />
  const draw = found.data
  return (
    <section aria-labelledby="draw-done" className="flex flex-col gap-4">
      <SectionHeading
        id="draw-done"
        note={`${dayName(draw.day, language)} ${timeRange(draw.start, draw.end)} ${draw.department.name}`}
      >
        {onNew ? t('draw.doneTitle') : t('draw.mine')}
      </SectionHeading>
      {draw.state === 'undone' && <Notice>{t('draw.undone')}</Notice>}
      <p className="text-sm text-quiet">
        {t('draw.seed', { seed: draw.seed })} {draw.recomputed && t('draw.again')}
        {!onNew && ` ${t('draw.mineLead')}`}
      </p>
      {onNew && (
        <div className="flex flex-wrap gap-3">
          <Button onPress={onNew}>{t('draw.new')}</Button>
          {draw.state === 'done' && (
            <Button kind="destructive" onPress={() => setAsking(true)}>
              {t('draw.undo')}
            </Button>
          )}
        </div>
      )}
      <DrawResult draw={draw} />
      <Dialog title={t('draw.undoQuestion')} open={asking} onClose={() => setAsking(false)}>
        <p>{t('draw.undoLead')}</p>
        <p className="mt-2 text-sm text-quiet">{t('draw.doneLead')}</p>
        <div className="mt-6 flex flex-wrap justify-end gap-3">
          <Button onPress={() => setAsking(false)}>{t('cancel')}</Button>
          <Button
            kind="destructive"
            busy={undo.isPending}
            onPress={() => undo.mutate(draw.id, { onSettled: () => setAsking(false) })}
          >
            {t('draw.undo')}
          </Button>
        </div>
      </Dialog>
    </section>
  )
}
