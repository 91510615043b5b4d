import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useMe } from '#/api/me'
import { useProblemWords } from '#/api/useProblemWords'
import { cityDay, cityTime } from '#/lib/city-time'
import { dayNameWithYear } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { ErrorState } from '#/ui/ErrorState'
import { PageHeading } from '#/ui/PageHeading'
import { Skeleton, SkeletonLines } from '#/ui/Skeleton'
import { Choices } from './choices/Choices'
import { askedOf, comparedOf, type OccupancySearch } from './choices/search'
import { Files } from './Files'
import { MonthlyReport } from './MonthlyReport'
import { NoFacts } from './NoFacts'
import { summaryOptions } from './queries'
import { Report } from './Report'
import { useBuild } from './useBuild'
import './occupancy.css'

interface OccupancyScreenProps {
  search: OccupancySearch
  /** `replace`: a look at the same report, which Back need not come back to. */
  onSearch: (change: Partial<OccupancySearch>, replace?: boolean) => void
}

/** 利用状況: how full the building really is, for a period, a place and a source. */
export function OccupancyScreen({ search, onSearch }: OccupancyScreenProps) {
  const { t } = useTranslation('occupancy')
  const me = useMe()
  const words = useProblemWords()
  const asked = askedOf(search, me.today)
  const compared = comparedOf(search)
  const found = useQuery(summaryOptions(asked, compared))
  const building = useBuild(asked, compared, me.today)
  const summary = found.data
  const scope = summary?.scope
  return (
    <div className="occupancy">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <PageHeading>{t('title')}</PageHeading>
        <Files asked={asked} compared={compared} />
      </div>
      <PrintedAt />
      <Choices
        search={search}
        today={me.today}
        days={scope && !found.isPlaceholderData ? scope.working_days || undefined : undefined}
        onSearch={onSearch}
      />
      {found.isError && (
        <ErrorState title={t('failed')} onRetry={() => void found.refetch()}>
          {words(found.error).title}
        </ErrorState>
      )}
      {found.isPending && <Waiting />}
      {summary && !found.isError && (
        <div aria-busy={found.isPlaceholderData || undefined} className="flex flex-col gap-8">
          {found.isPlaceholderData && (
            <p role="status" className="updating after-a-moment">
              {t('updating')}
            </p>
          )}
          {building.going && summary.scope.working_days > 0 && (
            <p role="status" className="text-sm">
              {t('empty.building')}
            </p>
          )}
          {summary.scope.working_days === 0 ? (
            <NoFacts scope={summary.scope} today={me.today} building={building} />
          ) : (
            <Report search={search} asked={asked} compared={compared} summary={summary} onSearch={onSearch} />
          )}
        </div>
      )}
      {!found.isPending && <MonthlyReport />}
    </div>
  )
}

/** The shape of what is to come. */
function Waiting() {
  return (
    <div className="flex flex-col gap-8">
      <Skeleton className="h-40" />
      <SkeletonLines lines={2} className="h-64" />
    </div>
  )
}

/** On paper alone: when it was printed. */
function PrintedAt() {
  const { t } = useTranslation('occupancy')
  const language = useLanguage()
  const now = new Date().toISOString()
  return (
    <p className="hidden text-sm print:block">
      {t('printed', { time: `${dayNameWithYear(cityDay(now), language)} ${cityTime(now)}` })}
    </p>
  )
}
