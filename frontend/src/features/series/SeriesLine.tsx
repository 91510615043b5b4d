import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '#/lib/useLanguage'
import { linkLook } from '#/ui/button-look'
import type { Series } from './queries'
import { everyWords } from './words'

/** Below the next date of a series: how often it comes, how many more there are, and the way to them. */
export function SeriesLine({ series, further }: { series: Series; further: number }) {
  const { t } = useTranslation(['series', 'everyday'])
  const every = everyWords(t, useLanguage(), series)
  return (
    <Link
      to="/series/$id"
      params={{ id: String(series.id) }}
      className={`${linkLook} inline-flex min-h-11 items-center text-sm`}
    >
      {further > 0 ? [every, t('mine.further', { count: further })].join(t('mine.separator')) : every}
    </Link>
  )
}
