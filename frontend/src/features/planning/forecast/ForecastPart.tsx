import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorState } from '#/ui/ErrorState'
import { SectionHeading } from '#/ui/SectionHeading'
import { SkeletonLines } from '#/ui/Skeleton'
import { decimal, percent } from '../numbers'
import { forecastOptions } from '../queries'
import type { Forecast } from '../shapes'
import { ForecastTable } from './ForecastTable'

/** 今後10勤務日の見こみ: who is expected where, and how far off it was when it was tried on weeks that are known. */
export function ForecastPart() {
  const { t } = useTranslation('planning')
  const words = useProblemWords()
  const asked = useQuery(forecastOptions())
  return (
    <section aria-labelledby="forecast" className="flex min-w-0 flex-col gap-3">
      <SectionHeading id="forecast" note={t('forecast.note')}>
        {t('forecast.title')}
      </SectionHeading>
      {asked.isPending && <SkeletonLines lines={4} />}
      {asked.isError && !asked.data && (
        <ErrorState title={t('forecast.failed')} onRetry={() => void asked.refetch()}>
          {words(asked.error).title}
        </ErrorState>
      )}
      {asked.data &&
        (asked.data.days.length === 0 ? (
          <EmptyState title={t('forecast.empty')}>
            {t(asked.data.why_not === 'too_few_days' ? 'forecast.tooFew' : 'forecast.noFacts')}
          </EmptyState>
        ) : (
          <>
            <ForecastErrors forecast={asked.data} />
            <ForecastTable forecast={asked.data} />
          </>
        ))}
    </section>
  )
}

/** How good it is, next to the simplest guess there is; also where it is no better. */
function ForecastErrors({ forecast }: { forecast: Forecast }) {
  const { t } = useTranslation('planning')
  const language = useLanguage()
  const { error, history_from, history_to, history_days, source } = forecast
  return (
    <div className="max-w-[44em] text-sm text-quiet">
      {source && history_from && history_to && (
        <p>
          {t('forecast.stood', {
            source: t(`source.${source}`),
            from: dayName(history_from, language),
            to: dayName(history_to, language),
            days: t('workingDays', { count: history_days }),
          })}
        </p>
      )}
      {error.ours && error.naive ? (
        <p>
          {t('forecast.tried', {
            days: t('days', { count: error.days }),
            weeks: t('weeks', { count: error.held_back_weeks }),
            ours: off(error.ours),
            naive: off(error.naive),
          })}{' '}
          <b className="text-ink">{t(`forecast.${error.better ?? 'same'}`)}</b>
        </p>
      ) : (
        <p>{t('forecast.untried')}</p>
      )}
    </div>
  )

  function off({ mae, wape }: { mae: number; wape: number }): string {
    return t('forecast.off', { people: decimal(mae, language), share: percent(wape, language) })
  }
}
