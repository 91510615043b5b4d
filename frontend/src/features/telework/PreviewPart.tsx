import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ApiProblem, type Problem } from '#/api/problem'
import { useProblemWords } from '#/api/useProblemWords'
import { dayName, timeRange } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { CheckIcon, InfoIcon, WarningIcon } from '#/ui/icons'
import { SkeletonLines } from '#/ui/Skeleton'
import { type PreviewAsked, type PreviewDay, previewOptions } from './queries'
import { useSettled } from './useSettled'

const SETTLED_MS = 300

/** What the rules say of the days asked for, asked again while the form is filled in. */
export function usePreview(asked: PreviewAsked) {
  const settled = useSettled(asked, SETTLED_MS)
  return useQuery({
    ...previewOptions(settled),
    placeholderData: keepPreviousData,
    enabled: (settled.days?.length ?? 0) > 0,
  })
}

interface PreviewPartProps {
  preview: ReturnType<typeof usePreview>
  /** The code of the desk of a booking of mine, where it is known. */
  deskOf: (booking: number) => string | undefined
}

/** Each day with what it would come to: what refuses, what warns, which desk goes, who is left at the counter. */
export function PreviewPart({ preview, deskOf }: PreviewPartProps) {
  const { t } = useTranslation('telework')
  const words = useProblemWords()
  if (preview.isError)
    return (
      <p role="alert" className="flex items-start gap-2 text-sm">
        <WarningIcon size={18} className="mt-0.5 text-warn" />
        {words(preview.error).title}
      </p>
    )
  if (!preview.data) return <SkeletonLines lines={2} className="h-8" />
  return (
    <section aria-label={t('preview.title')} aria-live="polite" className="rounded-8 bg-solid-gray-50 p-4">
      <ul className="flex flex-col gap-3">
        {preview.data.days.map((day) => (
          <DayLine key={day.day} preview={day} deskOf={deskOf} />
        ))}
      </ul>
    </section>
  )
}

function DayLine({ preview, deskOf }: { preview: PreviewDay } & Pick<PreviewPartProps, 'deskOf'>) {
  const { t } = useTranslation('telework')
  const { t: everyday } = useTranslation()
  const language = useLanguage()
  const { day, outcome, problems, warnings, lets_go, on_site, week_days, month_days } = preview
  const desks = lets_go.filter(({ kind }) => kind === 'booking')
  return (
    <li className="text-sm">
      <p className={`flex items-start gap-1.5 font-bold ${outcome === 'refused' ? 'text-warn-text' : ''}`}>
        {outcome === 'ok' ? (
          <CheckIcon size={18} className="mt-0.5 text-free" />
        ) : (
          <WarningIcon size={18} className="mt-0.5 text-warn" />
        )}
        {t(`preview.${outcome}`, { day: dayName(day, language) })}
      </p>
      <ul className="ms-6 flex flex-col gap-0.5">
        {[...problems, ...warnings].map((problem) => (
          <ProblemLine key={problem.code} problem={problem} />
        ))}
        {desks.map((one) => (
          <li key={`${one.kind}-${one.id}`}>
            {t('preview.letsGo', { desk: deskOf(one.id) ?? '', hours: timeRange(one.start, one.end) })}
          </li>
        ))}
        {on_site.map((one) => (
          <li key={one.half} className={one.after < one.minimum ? 'font-bold text-warn-text' : 'text-quiet'}>
            {t(one.minimum > 0 ? 'preview.counterOf' : 'preview.counter', {
              half: everyday(`part.${one.half}`),
              before: one.before,
              after: one.after,
              minimum: one.minimum,
            })}
          </li>
        ))}
        <li className="flex items-center gap-1 text-quiet">
          <InfoIcon size={14} />
          {t('preview.count', { week: week_days, month: month_days })}
        </li>
      </ul>
    </li>
  )
}

function ProblemLine({ problem }: { problem: Partial<Problem> & { code: string } }) {
  const { t } = useTranslation('telework')
  const { t: everyday } = useTranslation()
  const language = useLanguage()
  const words = useProblemWords()
  const { title, lines } = words(new ApiProblem({ status: 409, ...problem }))
  const possible = [
    ...(problem.possible?.units ?? []).map((unit) => everyday(unit === 'am' ? 'part.am' : 'part.pm')),
    ...(problem.possible?.days ?? []).map((day) => dayName(day, language)),
  ]
  return (
    <li>
      {title}
      {possible.length > 0 && (
        <span className="block">
          {t('preview.possible', { what: possible.join(everyday('refused.separator')) })}
        </span>
      )}
      {lines.map((line) => (
        <span key={line} className="block text-quiet">
          {line}
        </span>
      ))}
    </li>
  )
}
