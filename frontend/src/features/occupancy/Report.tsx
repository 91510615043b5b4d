import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { withoutZero } from '#/lib/city-time'
import { ErrorState } from '#/ui/ErrorState'
import { SkeletonLines } from '#/ui/Skeleton'
import type { Summary } from './answers'
import type { Period } from './choices/periods'
import { type Asked, type OccupancySearch, stepOf } from './choices/search'
import { FloorsPart } from './floors/FloorsPart'
import { AreasPart } from './parts/AreasPart'
import { BookedPart } from './parts/BookedPart'
import { DemandPart } from './parts/DemandPart'
import { DepartmentsPart } from './parts/DepartmentsPart'
import { FeaturesPart } from './parts/FeaturesPart'
import { HeadlineFigures } from './parts/HeadlineFigures'
import { HeatMapPart } from './parts/HeatMapPart'
import { NeverUsedPart } from './parts/NeverUsedPart'
import {
  areaUseOptions,
  departmentUseOptions,
  featureUseOptions,
  fileAddress,
  floorsOptions,
  floorUseOptions,
  heatMapOptions,
  neverUsedOptions,
  otherTimelineOptions,
  type Table,
  timelineOptions,
} from './queries'
import { ScopeLine } from './ScopeLine'
import { TimelinePart } from './timeline/TimelinePart'

interface ReportProps {
  search: OccupancySearch
  asked: Asked
  compared: Period | null
  summary: Summary
  onSearch: (change: Partial<OccupancySearch>, replace?: boolean) => void
}

/** The whole report: figures, floors, weekdays, days, sections, and what the figures cannot show. */
export function Report({ search, asked, compared, summary, onSearch }: ReportProps) {
  const { t } = useTranslation('occupancy')
  const { scope, figures } = summary
  const by = stepOf(search, asked)
  const floors = useQuery(floorUseOptions(asked))
  const heat = useQuery(heatMapOptions(asked))
  const timeline = useQuery(timelineOptions(asked, by))
  const other = useQuery(otherTimelineOptions(asked, compared, by))
  const departments = useQuery(departmentUseOptions(asked))
  const areas = useQuery(areaUseOptions(asked))
  const features = useQuery(featureUseOptions(asked))
  const never = useQuery(neverUsedOptions(asked))
  const buildingFloors = useQuery(floorsOptions()).data ?? []
  const slots = heat.data?.slots ?? []
  const people = scope.counts === 'people'
  const tables = search.tables ?? []
  const table = (name: string) => ({
    tableOpen: tables.includes(name),
    onTable: (open: boolean) => {
      const others = tables.filter((one) => one !== name)
      const next = open ? [...others, name] : others
      onSearch({ tables: next.length > 0 ? next : undefined }, true)
    },
  })
  const csv = (name: Table) => fileAddress('csv', asked, compared, name)
  return (
    <>
      <div className="flex flex-col gap-6">
        <ScopeLine scope={scope} />
        <HeadlineFigures
          summary={summary}
          core={coreOf(slots)}
          open={search.define ?? null}
          onOpen={(name) => onSearch({ define: name ?? undefined }, true)}
        />
      </div>
      <Once query={floors} part={t('floors.title')}>
        {({ rows }) => (
          <FloorsPart
            asked={asked}
            rows={rows}
            slots={slots}
            map={search.map}
            at={search.at}
            people={people}
            onMap={(map) => onSearch({ map }, true)}
            onAt={(at) => onSearch({ at }, true)}
            {...table('floors')}
            csv={(floor) =>
              fileAddress(
                'csv',
                { from: asked.from, to: asked.to, source: asked.source, floor },
                null,
                'desks',
              )
            }
          />
        )}
      </Once>
      <div className="charts">
        <Once query={heat} part={t('heat.title')}>
          {(answer) => <HeatMapPart heat={answer} {...table('heatmap')} csv={csv('heatmap')} />}
        </Once>
        <Once query={timeline} part={t('timeline.title')}>
          {(answer) => (
            <TimelinePart
              timeline={answer}
              other={compared ? (other.data ?? null) : null}
              onOtherAgain={compared && other.isError ? () => void other.refetch() : null}
              by={by}
              onBy={(step) => onSearch({ by: step }, true)}
              {...table('timeline')}
              csv={csv('timeline')}
            />
          )}
        </Once>
      </div>
      <Once query={departments} part={t('departments.title')}>
        {({ rows, withheld }) => (
          <DepartmentsPart
            rows={rows}
            withheld={withheld}
            sort={search.sort}
            onSort={(sort) => onSearch({ sort }, true)}
            csv={csv('departments')}
          />
        )}
      </Once>
      <div className="charts">
        <BookedPart booked={figures.booked_actual} {...table('booked')} csv={csv('summary')} />
        <DemandPart figures={figures} floors={floors.data?.rows ?? []} csv={csv('floors')} />
      </div>
      <div className="charts" data-first-wide>
        <Once query={areas} part={t('areas.title')}>
          {({ rows }) => <AreasPart rows={rows} people={people} csv={csv('areas')} />}
        </Once>
        <Once query={features} part={t('features.title')}>
          {({ rows }) => <FeaturesPart rows={rows} csv={csv('features')} />}
        </Once>
      </div>
      {figures.never_used.value !== null && (
        <Once query={never} part={t('never.title')}>
          {({ rows }) => (
            <NeverUsedPart rows={rows} floors={new Map(buildingFloors.map(({ id, name }) => [id, name]))} />
          )}
        </Once>
      )}
    </>
  )
}

interface Query<Answer> {
  data: Answer | undefined
  error: unknown
  isError: boolean
  refetch: () => unknown
}

/** A part that has an answer of its own: it may come later than the others, and fail alone. */
function Once<Answer>(props: {
  query: Query<Answer>
  part: string
  children: (answer: Answer) => ReactNode
}) {
  const { query, part, children } = props
  const { t } = useTranslation('occupancy')
  const words = useProblemWords()
  if (query.isError) {
    return (
      <ErrorState title={t('failedOf', { part })} onRetry={() => void query.refetch()}>
        {words(query.error).title}
      </ErrorState>
    )
  }
  return query.data === undefined ? <SkeletonLines lines={1} className="h-64" /> : children(query.data)
}

/** The first and the last time at which is counted. */
function coreOf(slots: readonly string[]): { start: string; end: string } {
  return { start: withoutZero(slots[0] ?? '08:30'), end: withoutZero(slots.at(-1) ?? '17:00') }
}
