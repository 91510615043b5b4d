import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { withoutZero } from '#/lib/city-time'
import { dayName, dayNameWithYear, monthName, yearOf } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { SegmentedControl } from '#/ui/SegmentedControl'
import { Skeleton } from '#/ui/Skeleton'
import type { By, Timeline, TimelineRow } from './answers'
import { DataTable } from './DataTable'
import { LazyTimelineChart } from './lazily'
import { count, percent } from './numbers'
import { ReportPart } from './ReportPart'
import { highestRow, lastDesks } from './timeline-option'

interface TimelinePartProps {
  timeline: Timeline
  /** As it is asked for now; the drawing may still be of before. */
  by: By
  onBy: (by: By) => void
  tableOpen: boolean
  onTable: (open: boolean) => void
  csv: string
}

const STEPS: readonly By[] = ['day', 'week', 'month']

/** 日最大の推移: the highest of each day, week or month, against p95 and the desks there are. */
export function TimelinePart({ timeline, by: chosen, onBy, tableOpen, onTable, csv }: TimelinePartProps) {
  const { t } = useTranslation('occupancy')
  const language = useLanguage()
  const people = timeline.scope.counts === 'people'
  const highest = highestRow(timeline.rows)
  const when = (row: TimelineRow) =>
    timeline.by === 'month'
      ? language === 'ja'
        ? `${yearOf(row.day)}年${monthName(row.day, language)}`
        : `${monthName(row.day, language)} ${yearOf(row.day)}`
      : dayNameWithYear(row.day, language)
  const said = highest
    ? t('timeline.said', {
        title: t('timeline.title'),
        count: timeline.rows.length,
        day: timeline.by === 'month' ? when(highest) : dayName(highest.day, language),
        peak: count(highest.peak),
        p95: count(timeline.p95),
        desks: count(lastDesks(timeline.rows)),
      })
    : t('timeline.saidNone', { title: t('timeline.title') })
  return (
    <ReportPart
      name="timeline"
      title={t('timeline.title')}
      note={t(people ? 'timeline.notePeople' : 'timeline.note')}
      tableOpen={tableOpen}
      onTable={onTable}
      csv={csv}
      table={
        <DataTable
          label={t('timeline.title')}
          rows={timeline.rows}
          rowKey={({ day }) => day}
          columns={[
            {
              key: 'day',
              label: t('timeline.dayColumn'),
              heads: true,
              cell: (row) => (
                <>
                  {when(row)}
                  {row.provisional && <small> {t('timeline.provisional')}</small>}
                </>
              ),
            },
            { key: 'peak', label: t('timeline.peak'), number: true, cell: ({ peak }) => count(peak) },
            {
              key: 'at',
              label: t('timeline.at'),
              number: true,
              cell: ({ peak_at }) => (peak_at ? withoutZero(peak_at) : '—'),
            },
            { key: 'present', label: t('timeline.present'), number: true, cell: (row) => count(row.present) },
            {
              key: 'desks',
              label: t('timeline.inService'),
              number: true,
              cell: (row) => count(row.in_service),
            },
            {
              key: 'average',
              label: t('timeline.average'),
              number: true,
              cell: ({ average }) => (average === null ? '—' : `${percent(average)}%`),
            },
          ]}
        />
      }
    >
      <div className="flex flex-col gap-2">
        <div className="print:hidden">
          <SegmentedControl
            label={t('timeline.by')}
            value={chosen}
            segments={STEPS.map((by) => ({ value: by, label: t(`timeline.${by}`) }))}
            onChange={onBy}
          />
        </div>
        <div role="img" aria-label={said}>
          <Suspense fallback={<Skeleton className="timeline-chart" />}>
            <LazyTimelineChart timeline={timeline} />
          </Suspense>
        </div>
        {timeline.rows.some(({ provisional }) => provisional) && (
          <p className="text-sm text-quiet">{t('timeline.provisionalNote')}</p>
        )}
      </div>
    </ReportPart>
  )
}
