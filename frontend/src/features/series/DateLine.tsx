import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { components } from '#/api/generated/schema'
import { refusalWords } from '#/api/refusal-words'
import { dayName, timeRange } from '#/lib/dates'
import { dayAndTime } from '#/lib/day-and-time'
import { useLanguage } from '#/lib/useLanguage'
import { CheckIcon, MinusIcon, WarningIcon } from '#/ui/icons'
import { Tag } from '#/ui/Tag'

type Problem = components['schemas']['Problem']
type Alternative = components['schemas']['Alternative']

/** How a date stands, by shape and word. */
export type DateTone = 'good' | 'bad' | 'quiet'

interface DateLineProps {
  day: string
  /** Another day of the pattern that it stands for. */
  insteadOf?: string | undefined
  tone: DateTone
  word: string
  refusal: Problem | null
  desk: { id: number; code: string; label: string }
  /** The desk the series asks for: always there to go back to. */
  wanted?: { id: number; code: string } | undefined
  alternatives: readonly Alternative[]
  onDesk: (desk: number) => void
  /** A tick before the day, where the date can be taken out. */
  tick?: ReactNode
}

const TONES = {
  good: { tone: 'free', icon: <CheckIcon size={16} /> },
  bad: { tone: 'warn', icon: <WarningIcon size={16} /> },
  quiet: { tone: 'quiet', icon: <MinusIcon size={16} /> },
} as const

/** One date: the day, what would become of it, why, and another desk where one is free. */
export function DateLine(props: DateLineProps) {
  const { day, insteadOf, tone, word, refusal, desk, wanted, alternatives, onDesk, tick } = props
  const { t } = useTranslation(['series', 'everyday'])
  const language = useLanguage()
  const choices = [
    ...(desk.code ? [{ id: desk.id, label: desk.code }] : []),
    ...(wanted && wanted.id !== desk.id ? [{ id: wanted.id, label: wanted.code }] : []),
    ...alternatives
      .filter((one) => one.desk !== desk.id && one.desk !== wanted?.id)
      .map((one) => ({
        id: one.desk,
        label: t('plan.otherDesk', { code: one.desk_code, area: one.area_name }),
      })),
  ]
  return (
    <li className="grid gap-x-4 gap-y-1 border-b border-hair py-2 @2xl:grid-cols-[14rem_10rem_minmax(0,1fr)] @2xl:items-center">
      <div className="flex min-h-11 items-center gap-2 font-bold">
        {tick}
        <span>
          {dayName(day, language)}
          {insteadOf && (
            <span className="block text-sm font-normal text-quiet">
              {t('plan.movedFrom', { day: dayName(insteadOf, language) })}
            </span>
          )}
        </span>
      </div>
      <div>
        <Tag tone={TONES[tone].tone} icon={TONES[tone].icon}>
          {word}
        </Tag>
      </div>
      <div className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-1">
        {choices.length > 1 ? (
          <select
            aria-label={desk.label}
            value={desk.id}
            onChange={(event) => onDesk(Number(event.target.value))}
            className="min-h-11 max-w-full rounded-8 border border-edge bg-white px-3"
          >
            {choices.map((one) => (
              <option key={one.id} value={one.id}>
                {one.label}
              </option>
            ))}
          </select>
        ) : (
          <span>{desk.code}</span>
        )}
        {refusal && <Why refusal={refusal} other={choices.length > 1} />}
      </div>
    </li>
  )
}

function Why({ refusal, other }: { refusal: Problem; other: boolean }) {
  const { t } = useTranslation(['series', 'everyday'])
  const { t: plain } = useTranslation()
  const language = useLanguage()
  const { rule, conflicts_with: rival, allowed_until: until, reason } = refusal
  const more = [
    reason,
    rival && [timeRange(rival.start, rival.end), rival.reason].filter(Boolean).join(' '),
    rule && t('plan.rule', { rule: rule.name, owner: rule.owner }),
    until && t('plan.until', { until: dayAndTime(until, language) }),
  ].filter(Boolean)
  return (
    <p className="min-w-0 text-sm">
      {refusalWords(plain, refusal.code, refusal.detail)}
      {more.length > 0 && <span className="text-quiet"> {more.join(t('mine.separator'))}</span>}
      {other && <span className="block text-quiet">{t('plan.chooseOther')}</span>}
    </p>
  )
}
