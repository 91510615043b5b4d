import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '#/api/problem'
import { useProblemWords } from '#/api/useProblemWords'
import { cityTime } from '#/lib/city-time'
import { Button } from '#/ui/Button'
import { buttonLook, linkLook } from '#/ui/button-look'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorState } from '#/ui/ErrorState'
import { PageHeading } from '#/ui/PageHeading'
import { SegmentedControl } from '#/ui/SegmentedControl'
import { SkeletonLines } from '#/ui/Skeleton'
import { KindBanner } from './KindBanner'
import { OpenRoster } from './OpenRoster'
import { Places } from './Places'
import { RosterSheet } from './PrintSheet'
import { useRoster } from './queries'
import { RosterPeople } from './RosterPeople'
import { StaleNote } from './StaleNote'
import { StartCount } from './StartCount'
import type { RosterSearch } from './search'
import type { Roster } from './standing'
import { Totals } from './Totals'
import { useNow } from './useNow'

const TICK_MS = 20_000

interface RosterScreenProps {
  search: RosterSearch
  onSearch: (search: RosterSearch) => void
  onStarted: (id: string) => void
}

/** Who is believed in the building, or first why one wants to know. */
export function RosterScreen(props: RosterScreenProps) {
  const { t } = useTranslation('roster')
  const words = useProblemWords()
  const roster = useRoster()
  const code = roster.error instanceof ApiProblem ? roster.error.code : null
  if (code === 'roster_not_opened') return <OpenRoster />
  if (roster.data && code !== 'forbidden') {
    const keptAt = roster.isError ? roster.dataUpdatedAt : null
    return (
      <OpenedRoster {...props} roster={roster.data} keptAt={keptAt} onRetry={() => void roster.refetch()} />
    )
  }
  return (
    <>
      <PageHeading className="mb-4">{t('title')}</PageHeading>
      {roster.isError ? (
        <ErrorState title={words(roster.error).title} onRetry={() => void roster.refetch()} />
      ) : (
        <SkeletonLines lines={6} className="h-16" />
      )}
    </>
  )
}

interface OpenedRosterProps extends RosterScreenProps {
  roster: Roster
  keptAt: number | null
  onRetry: () => void
}

function OpenedRoster({ roster, keptAt, onRetry, search, onSearch, onStarted }: OpenedRosterProps) {
  const { t } = useTranslation('roster')
  const now = useNow(TICK_MS)
  const view = search.view ?? 'floors'
  const there = roster.people.filter((line) => line.standing !== 'left').length
  return (
    <>
      <KindBanner kind={roster.reason} />
      <StaleNote copyWrittenAt={roster.copy_written_at} keptAt={keptAt} onRetry={onRetry} />
      <div className="mb-4 flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <PageHeading>{t('title')}</PageHeading>
        <p className="text-sm text-quiet">
          {t('asOf', {
            time: cityTime(roster.from_copy ? roster.as_of : new Date(keptAt ?? now).toISOString()),
          })}
        </p>
      </div>
      {roster.head_counts.map((one) => (
        <Link
          key={one.id}
          to="/roster/$id"
          params={{ id: one.id }}
          className={`${buttonLook('primary', 'big')} mb-4 flex max-w-200 flex-wrap whitespace-normal!`}
        >
          {t(one.kind)} {t('count.running')} – {t('count.open')}
        </Link>
      ))}
      <Totals people={roster.people} />
      <div className="my-6 flex flex-wrap items-center gap-x-4 gap-y-2">
        {roster.may_lead && <StartCount reason={roster.reason} people={there} onStarted={onStarted} />}
        <Button size="primary" onPress={() => window.print()}>
          {t('print.do')}
        </Button>
        <Link to="/roster/history" className={`${linkLook} inline-flex min-h-11 items-center`}>
          {t('history.link')}
        </Link>
      </div>
      <SegmentedControl
        className="mb-4"
        label={t('view.label')}
        value={view}
        segments={(['floors', 'departments', 'people'] as const).map((value) => ({
          value,
          label: t(`view.${value}`),
        }))}
        onChange={(next) => onSearch(next === 'floors' ? {} : { view: next })}
      />
      {roster.people.length === 0 ? (
        <EmptyState title={t('empty.title')}>{t('empty.lead')}</EmptyState>
      ) : view === 'people' ? (
        <RosterPeople roster={roster} search={search} onSearch={onSearch} now={now} />
      ) : (
        <Places by={view} roster={roster} />
      )}
      <RosterSheet roster={roster} />
    </>
  )
}
