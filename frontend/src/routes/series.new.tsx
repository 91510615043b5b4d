import { createFileRoute, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '#/api/me'
import { NewSeries } from '#/features/series/NewSeries'
import { type SeriesSearch, seriesSearch } from '#/features/series/search'
import { useSaySeries } from '#/features/series/useSaySeries'
import { openBooks } from '#/lib/i18n'
import { buttonLook, linkLook } from '#/ui/button-look'
import { EmptyState } from '#/ui/EmptyState'
import { DeskIcon } from '#/ui/icons'
import { PageHeading } from '#/ui/PageHeading'

export const Route = createFileRoute('/series/new')({
  validateSearch: (raw: Record<string, unknown>): SeriesSearch => seriesSearch(raw),
  beforeLoad: () => openBooks('series', 'refusals'),
  component: SeriesNew,
})

/** 毎週の予約: a desk again and again. */
function SeriesNew() {
  const { t } = useTranslation(['series', 'everyday'])
  const { today } = useMe()
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  const say = useSaySeries()
  const { desk, code } = search
  if (desk === undefined || code === undefined) {
    return (
      <div className="max-w-240">
        <PageHeading className="mb-4">{t('new.title')}</PageHeading>
        <EmptyState
          icon={<DeskIcon />}
          title={t('new.unknownTitle')}
          action={
            <Link to="/book" className={buttonLook('primary', 'primary')}>
              {t('new.toMap')}
            </Link>
          }
        >
          {t('new.unknownLead')}
        </EmptyState>
      </div>
    )
  }
  return (
    <div className="flex max-w-300 flex-col gap-6">
      <div>
        <Link
          to="/book"
          search={{ desk, floor: search.floor, day: search.from }}
          className={`${linkLook} inline-flex min-h-11 items-center`}
        >
          {t('new.back')}
        </Link>
        <PageHeading>{t('new.ofDesk', { code })}</PageHeading>
        <p className="mt-1 text-quiet">{t('new.lead')}</p>
      </div>
      <NewSeries
        search={{ ...search, desk, code }}
        today={today}
        onSearch={(change) =>
          void navigate({
            search: (before) => seriesSearch({ ...before, ...change }),
            replace: true,
            resetScroll: false,
          })
        }
        onBooked={(series) => {
          say.booked(series)
          void navigate({ to: '/series/$id', params: { id: String(series.id) } })
        }}
      />
    </div>
  )
}
