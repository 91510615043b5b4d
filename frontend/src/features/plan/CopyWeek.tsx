import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '#/api/problem'
import { useProblemWords } from '#/api/useProblemWords'
import { addDays, dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { Dialog } from '#/ui/Dialog'
import { CheckIcon, MinusIcon, WarningIcon } from '#/ui/icons'
import { Notice } from '#/ui/Notice'
import { PlaceLetter } from '#/ui/PlaceLetter'
import { SkeletonLines } from '#/ui/Skeleton'
import { showToast } from '#/ui/toasts'
import { DAYS_A_WEEK } from './fortnight'
import { myDaysOptions } from './queries'
import { readAnew } from './useShown'
import { type CopiedHalf, copyWeek, takeCopyBack } from './week-copying'

interface CopyWeekProps {
  /** The Monday of the week that is filled from the one before. */
  toWeek: string
  /** The days shown. */
  from: string
  to: string
}

/** 「前の週と同じにする」: what each half would come to, and only then done. */
export function CopyWeek(props: CopyWeekProps) {
  const { t } = useTranslation('plan')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button kind="link" onPress={() => setOpen(true)}>
        {t('copy.open')}
      </Button>
      <Dialog open={open} title={t('copy.title')} onClose={() => setOpen(false)}>
        {open && <Outcomes {...props} onClose={() => setOpen(false)} />}
      </Dialog>
    </>
  )
}

function Outcomes({ toWeek, from, to, onClose }: CopyWeekProps & { onClose: () => void }) {
  const { t } = useTranslation('plan')
  const words = useProblemWords()
  const cache = useQueryClient()
  const fromWeek = addDays(toWeek, -DAYS_A_WEEK)
  const days = myDaysOptions(from, to)
  const preview = useQuery({
    queryKey: ['post', '/attendance/me/copy-week/', fromWeek, toWeek],
    queryFn: () => copyWeek(fromWeek, toWeek, true),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })
  const copy = useMutation({
    mutationFn: async () => {
      const before = (await cache.fetchQuery({ ...days, staleTime: 0 })).days
      const done = (await copyWeek(fromWeek, toWeek, false)).filter(({ outcome }) => outcome === 'done')
      const after = (await cache.fetchQuery({ ...days, staleTime: 0 })).days
      return { done, before, after }
    },
    onSuccess: (copied) => {
      onClose()
      showToast({
        tone: 'done',
        words: t('copy.done', { count: copied.done.length }),
        action: {
          label: t('undo'),
          onPress: () => {
            takeCopyBack(copied)
              .then(
                () => showToast({ tone: 'done', words: t('undone') }),
                (error: unknown) => showToast({ tone: 'failed', words: words(error).title }),
              )
              .finally(() => void readAnew(cache))
          },
        },
      })
    },
    onSettled: () => void readAnew(cache),
  })
  if (preview.isPending) return <SkeletonLines lines={6} className="h-8" />
  const error = preview.error ?? copy.error
  const shown = preview.data ?? []
  const count = shown.filter(({ outcome }) => outcome === 'done').length
  return (
    <div className="flex flex-col gap-4">
      {error && <Notice tone="warn">{words(error).title}</Notice>}
      {preview.data && (
        <>
          <p className="text-sm text-quiet">{shown.length > 0 ? t('copy.lead') : t('copy.nothing')}</p>
          <ul className="border-t border-hair" aria-label={t('copy.outcomes')}>
            {shown.map((half) => (
              <OutcomeLine key={`${half.day}-${half.half}`} half={half} />
            ))}
          </ul>
        </>
      )}
      <div className="flex flex-wrap gap-2">
        {count > 0 && (
          <Button kind="primary" busy={copy.isPending} onPress={() => copy.mutate()}>
            {t('copy.do', { count })}
          </Button>
        )}
        <Button isDisabled={copy.isPending} onPress={onClose}>
          {t('stop')}
        </Button>
      </div>
    </div>
  )
}

const ICONS = { done: CheckIcon, kept: MinusIcon, refused: WarningIcon }

function OutcomeLine({ half: { day, half, place, source, outcome, problem } }: { half: CopiedHalf }) {
  const { t } = useTranslation('plan')
  const { t: everyday } = useTranslation()
  const language = useLanguage()
  const words = useProblemWords()
  const Icon = ICONS[outcome]
  const said =
    outcome === 'done'
      ? t(
          source === 'booking'
            ? 'copy.outcome.desk'
            : source === 'request'
              ? 'copy.outcome.request'
              : 'copy.outcome.said',
        )
      : t(`copy.outcome.${outcome}`)
  return (
    <li className="flex items-start gap-3 border-b border-hair py-1.5">
      <span className="w-34 shrink-0 pt-0.5 text-sm">
        {dayName(day, language)} {everyday(`part.${half}`)}
      </span>
      <PlaceLetter place={place} letter={everyday(`placeLetter.${place}`)} />
      <span className="min-w-0 grow text-sm">
        <span className="flex items-start gap-1">
          <Icon size={16} className={`mt-0.5 ${outcome === 'refused' ? 'text-warn' : ''}`} />
          <span>
            <span className="sr-only">{everyday(`place.${place}`)} </span>
            {said}
          </span>
        </span>
        {problem && (
          <span className="block text-quiet">{words(new ApiProblem({ ...problem, status: 409 })).title}</span>
        )}
      </span>
    </li>
  )
}
