import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { dayName, dayNameWithYear } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { linkLook } from '#/ui/button-look'
import { Card } from '#/ui/Card'
import { SectionHeading } from '#/ui/SectionHeading'
import { mySeriesOptions, type Series } from './queries'
import { seriesWords } from './words'

/** My series with dates to come: each as one thing, with the way to its dates. Nothing where there are none. */
export function MySeries() {
  const { t } = useTranslation('series')
  const mine = useQuery(mySeriesOptions())
  const every = mine.data?.results ?? []
  if (every.length === 0) return null
  return (
    <section aria-labelledby="my-series" className="mb-8 flex flex-col gap-3">
      <SectionHeading id="my-series">{t('mine.heading')}</SectionHeading>
      <ul className="grid gap-3 lg:grid-cols-2">
        {every.map((series) => (
          <li key={series.id}>
            <SeriesCard series={series} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function SeriesCard({ series }: { series: Series }) {
  const { t } = useTranslation(['series', 'everyday'])
  const language = useLanguage()
  const coming = series.dates.filter((one) => ['booked', 'checked_in'].includes(one.booking.state))
  const exceptions = coming.filter((one) => one.exception).length
  const next = coming[0]
  const title = `${series.desk?.code ?? ''} ${seriesWords(t, language, series)}`.trim()
  return (
    <Card label={title} className="rail:p-4!">
      <p className="text-lg font-bold">{title}</p>
      <p className="text-sm text-quiet">
        {[
          t('mine.range', {
            from: dayName(series.first_day, language),
            until: dayNameWithYear(series.last_day, language),
          }),
          next && t('mine.next', { day: dayName(next.booking.day, language) }),
          t('mine.left', { count: coming.length }),
          exceptions > 0 && t('mine.exceptions', { count: exceptions }),
        ]
          .filter(Boolean)
          .join(t('mine.separator'))}
      </p>
      <Link
        to="/series/$id"
        params={{ id: String(series.id) }}
        className={`${linkLook} inline-flex min-h-11 items-center`}
      >
        {t('mine.open')}
      </Link>
    </Card>
  )
}
