import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Fragment, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '#/api/problem'
import { useProblemWords } from '#/api/useProblemWords'
import { addDays, dayName, timeRange } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { Dialog } from '#/ui/Dialog'
import { CheckIcon, ClockIcon, MinusIcon, WarningIcon } from '#/ui/icons'
import { Notice } from '#/ui/Notice'
import { PlaceLetter } from '#/ui/PlaceLetter'
import { SkeletonLines } from '#/ui/Skeleton'
import { showToast } from '#/ui/toasts'
import { DAYS_A_WEEK } from './fortnight'
import { myDaysOptions, shiftsOptions } from './queries'
import { readAnew } from './useShown'
import { type CopiedHalf, type CopiedShift, copyWeek, takeCopyBack, written } from './week-copying'

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
      const done = written(await copyWeek(fromWeek, toWeek, false))
      const after = (await cache.fetchQuery({ ...days, staleTime: 0 })).days
      return { done, before, after }
    },
    onSuccess: (copied) => {
      onClose()
      showToast({
        tone: 'done',
        words: t('copy.done', { count: copied.done.days.length + copied.done.shifts.length }),
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
  const { days: halves, shifts } = preview.data ?? { days: [], shifts: [] }
  const wanted = written({ days: halves, shifts })
  const count = wanted.days.length + wanted.shifts.length
  const dates = [...new Set([...shifts, ...halves].map(({ day }) => day))].sort()
  return (
    <div className="flex flex-col gap-4">
      {error && <Notice tone="warn">{words(error).title}</Notice>}
      {preview.data && (
        <>
          <p className="text-sm text-quiet">{dates.length > 0 ? t('copy.lead') : t('copy.nothing')}</p>
          <ul className="border-t border-hair" aria-label={t('copy.outcomes')}>
            {dates.map((date) => (
              <Fragment key={date}>
                {shifts
                  .filter(({ day }) => day === date)
                  .map((one) => (
                    <ShiftLine key={date} copied={one} />
                  ))}
                {halves
                  .filter(({ day }) => day === date)
                  .map((one) => (
                    <HalfLine key={one.half} copied={one} />
                  ))}
              </Fragment>
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

function HalfLine({ copied }: { copied: CopiedHalf }) {
  const { t } = useTranslation('plan')
  const { t: everyday } = useTranslation()
  const { half, place, source, outcome } = copied
  const done = source === 'booking' ? 'desk' : source === 'request' ? 'request' : 'said'
  return (
    <OutcomeLine
      copied={copied}
      what={everyday(`part.${half}`)}
      mark={<PlaceLetter place={place} letter={everyday(`placeLetter.${place}`)} />}
    >
      <span className="sr-only">{everyday(`place.${place}`)} </span>
      {t(`copy.outcome.${outcome === 'done' ? done : outcome}`)}
    </OutcomeLine>
  )
}

function ShiftLine({ copied }: { copied: CopiedShift }) {
  const { t } = useTranslation('plan')
  const shifts = useQuery(shiftsOptions()).data ?? []
  const shift = shifts.find(({ code }) => code === copied.shift)
  const hours = shift ? timeRange(shift.starts_at, shift.ends_at) : ''
  return (
    <OutcomeLine copied={copied} what={t('columns.shift')} mark={MARK_OF_HOURS}>
      {t(`copy.shift.${copied.outcome}`, { hours })}
    </OutcomeLine>
  )
}

const MARK_OF_HOURS = (
  <span className="inline-flex size-7 shrink-0 items-center justify-center">
    <ClockIcon size={16} />
  </span>
)

interface OutcomeLineProps {
  copied: CopiedHalf | CopiedShift
  /** What of the day it is about. */
  what: string
  mark: ReactNode
  children: ReactNode
}

function OutcomeLine({ copied: { day, outcome, problem }, what, mark, children }: OutcomeLineProps) {
  const language = useLanguage()
  const words = useProblemWords()
  const Icon = ICONS[outcome]
  return (
    <li className="flex items-start gap-3 border-b border-hair py-1.5">
      <span className="w-34 shrink-0 pt-0.5 text-sm">
        {dayName(day, language)} {what}
      </span>
      {mark}
      <span className="min-w-0 grow text-sm">
        <span className="flex items-start gap-1">
          <Icon size={16} className={`mt-0.5 ${outcome === 'refused' ? 'text-warn' : ''}`} />
          <span>{children}</span>
        </span>
        {problem && (
          <span className="block text-quiet">{words(new ApiProblem({ ...problem, status: 409 })).title}</span>
        )}
      </span>
    </li>
  )
}
