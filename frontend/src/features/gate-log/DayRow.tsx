import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { dayNameWithYear } from '#/lib/dates'
import { dayAndTime } from '#/lib/day-and-time'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { RefusedNotice } from '#/ui/RefusedNotice'
import { showToast } from '#/ui/toasts'
import { useBuild } from './acts'
import { whole } from './numbers'
import { DayTag } from './StateTag'
import type { Day } from './shapes'

const SOURCES = ['gate', 'booking', 'count', 'sensor'] as const
const RULES = [
  'read_twice',
  'entered_again',
  'moved',
  'left_elsewhere',
  'exit_without_entry',
  'exit_missing',
  'over_midnight',
  'unknown_cards',
] as const

/** The facts of a day: how they stand, what they are made of, and what was mended. */
export function DayRow({ day }: { day: Day }) {
  const { t } = useTranslation('gateLog')
  const language = useLanguage()
  const words = useProblemWords()
  const build = useBuild()
  const name = dayNameWithYear(day.day, language)
  const first = day.built_at === null
  const sources = SOURCES.filter((source) => day.sources[source]).map((source) => t(`source.${source}`))
  const mended = RULES.filter((rule) => (day.cleaning[rule] ?? 0) > 0).map((rule) =>
    t('mended', { rule: t(`rule.${rule}`), count: whole(day.cleaning[rule] ?? 0) }),
  )
  const run = () =>
    build.mutate(
      { from: day.day, to: day.day },
      {
        onSuccess: () => showToast({ tone: 'done', words: t(first ? 'builtFirst' : 'built', { day: name }) }),
      },
    )
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <div className="min-w-0 grow basis-80">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <b className="tabular-nums">{name}</b>
          <DayTag day={day} />
          {!day.working_day && <span className="text-sm">{day.closed_as || t('closed')}</span>}
        </p>
        <p className="text-sm text-quiet">
          {sources.length > 0 ? t('sources', { sources: sources.join(t('comma')) }) : t('noSources')}
          {day.built_at && t('builtAt', { when: dayAndTime(day.built_at, language) })}
        </p>
        {mended.length > 0 && <p className="text-sm">{t('cleaned', { counts: mended.join(t('comma')) })}</p>}
      </div>
      {!day.sealed && (
        <Button
          kind="quiet"
          size="small"
          aria-label={t(first ? 'buildFirstOf' : 'buildOf', { day: name })}
          busy={build.isPending}
          onPress={run}
        >
          {t(first ? 'buildFirst' : 'build')}
        </Button>
      )}
      <RefusedNotice words={build.isError ? words(build.error) : null} />
    </div>
  )
}
