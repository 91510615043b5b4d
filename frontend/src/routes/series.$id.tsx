import { useQuery } from '@tanstack/react-query'
import { createFileRoute, Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { ActPart } from '#/features/series/ActPart'
import { seriesOptions } from '#/features/series/queries'
import { SeriesDates } from '#/features/series/SeriesDates'
import { datesToCome } from '#/features/series/scope'
import { seriesWords } from '#/features/series/words'
import { dayName, dayNameWithYear } from '#/lib/dates'
import { openBooks } from '#/lib/i18n'
import { useLanguage } from '#/lib/useLanguage'
import { linkLook } from '#/ui/button-look'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorState } from '#/ui/ErrorState'
import { PageHeading } from '#/ui/PageHeading'
import { SkeletonLines } from '#/ui/Skeleton'

export const Route = createFileRoute('/series/$id')({
  beforeLoad: () => openBooks('series', 'refusals'),
  component: OneSeries,
})

/** One series: its dates, and what can be done with one, some, or the rest of them. */
function OneSeries() {
  const { t } = useTranslation(['series', 'everyday'])
  const words = useProblemWords()
  const language = useLanguage()
  const asked = useQuery(seriesOptions(Number(Route.useParams().id)))
  const coming = useRef<HTMLHeadingElement>(null)
  if (asked.isPending) return <SkeletonLines lines={6} className="h-14" />
  if (asked.isError && !asked.data) {
    return (
      <ErrorState title={t('one.failed')} onRetry={() => void asked.refetch()}>
        {words(asked.error).title}
      </ErrorState>
    )
  }
  const series = asked.data
  const toCome = datesToCome(series.dates)
  const rest = series.dates.filter((one) => !toCome.includes(one))
  return (
    <div className="flex max-w-300 flex-col gap-6">
      <div>
        <Link to="/bookings" className={`${linkLook} inline-flex min-h-11 items-center`}>
          {t('one.back')}
        </Link>
        <PageHeading>{t('one.title', { code: series.desk?.code ?? '' })}</PageHeading>
        <p className="mt-1 text-quiet">
          {seriesWords(t, language, series)}
          {t('mine.separator')}
          {t('mine.range', {
            from: dayName(series.first_day, language),
            until: dayNameWithYear(series.last_day, language),
          })}
        </p>
      </div>
      <div className="grid gap-8 xl:grid-cols-[minmax(0,1fr)_26rem] xl:items-start">
        <div className="flex min-w-0 flex-col gap-6">
          <h2 ref={coming} tabIndex={-1} className="text-xl leading-[1.5] font-bold">
            {t('one.dates')}
          </h2>
          {toCome.length > 0 ? (
            <SeriesDates dates={toCome} label={t('one.dates')} />
          ) : (
            <EmptyState
              title={t('one.empty')}
              action={
                <Link to="/book" className={linkLook}>
                  {t('new.toMap')}
                </Link>
              }
            >
              {t('one.emptyLead')}
            </EmptyState>
          )}
          {rest.length > 0 && (
            <details>
              <summary className="min-h-11 cursor-pointer py-2 font-bold">{t('one.gone')}</summary>
              <SeriesDates dates={rest} label={t('one.gone')} />
            </details>
          )}
        </div>
        {toCome.length > 0 && (
          <ActPart series={series.id} dates={toCome} onDone={() => coming.current?.focus()} />
        )}
      </div>
    </div>
  )
}
