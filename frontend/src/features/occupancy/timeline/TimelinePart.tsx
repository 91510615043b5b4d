import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { SegmentedControl } from '#/ui/SegmentedControl'
import { Skeleton } from '#/ui/Skeleton'
import type { By, Timeline } from '../answers'
import { usePeriodWords } from '../choices/usePeriodWords'
import { count } from '../numbers'
import { ReportPart } from '../ReportPart'
import { meetingsOf } from './compared-timeline'
import { LazyTimelineChart } from './lazily'
import { TimelineLegend } from './TimelineLegend'
import { stepName, TimelineTable } from './TimelineTable'
import { highestRow, lastDesks } from './timeline-option'

interface TimelinePartProps {
  timeline: Timeline
  /** The other period, once it is there; null where none is asked for. */
  other: Timeline | null
  /** Ask again for the other period, where that failed. */
  onOtherAgain: (() => void) | null
  /** As it is asked for now; the drawing may still be of before. */
  by: By
  onBy: (by: By) => void
  tableOpen: boolean
  onTable: (open: boolean) => void
  csv: string
}

const STEPS: readonly By[] = ['day', 'week', 'month']

/** 日最大の推移: the highest of each day, week or month, against p95, the desks there are, and another period. */
export function TimelinePart(props: TimelinePartProps) {
  const { timeline, by: chosen, onBy, tableOpen, onTable, csv } = props
  const { t } = useTranslation(['occupancy', 'everyday'])
  const people = timeline.scope.counts === 'people'
  const other = props.other?.by === timeline.by ? props.other : null
  const { beyond } = meetingsOf(timeline, other)
  const said = useChartSaid(timeline, other)
  return (
    <ReportPart
      name="timeline"
      title={t('timeline.title')}
      note={t(people ? 'timeline.notePeople' : 'timeline.note')}
      tableOpen={tableOpen}
      onTable={onTable}
      csv={csv}
      table={<TimelineTable timeline={timeline} other={other} />}
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
        {other && <TimelineLegend timeline={timeline} other={other} />}
        {highestRow(timeline.rows) ? (
          <div role="img" aria-label={said}>
            <Suspense fallback={<Skeleton className="timeline-chart" />}>
              <LazyTimelineChart timeline={timeline} other={other} />
            </Suspense>
          </div>
        ) : (
          <p className="text-quiet">{t('timeline.none')}</p>
        )}
        {other?.rows.length === 0 && <p className="text-sm text-quiet">{t('timeline.thenNone')}</p>}
        {beyond > 0 && <p className="text-sm text-quiet">{t('timeline.beyond', { count: beyond })}</p>}
        {props.onOtherAgain && (
          <p role="alert" className="flex flex-wrap items-center gap-x-4 text-sm">
            {t('timeline.thenFailed')}
            <Button kind="link" onPress={props.onOtherAgain}>
              {t('everyday:error.again')}
            </Button>
          </p>
        )}
        {timeline.rows.some(({ provisional }) => provisional) && (
          <p className="text-sm text-quiet">{t('timeline.provisionalNote')}</p>
        )}
      </div>
    </ReportPart>
  )
}

/** The chart in words: its highest, p95 and desks, and those of the other period. */
function useChartSaid(timeline: Timeline, other: Timeline | null): string {
  const { t } = useTranslation('occupancy')
  const language = useLanguage()
  const period = usePeriodWords()
  const title = t('timeline.title')
  const highest = highestRow(timeline.rows)
  if (!highest) return title
  const when = (day: string) =>
    timeline.by === 'month' ? stepName(day, 'month', language) : dayName(day, language)
  const said = t('timeline.said', {
    title,
    count: timeline.rows.length,
    day: when(highest.day),
    peak: count(highest.peak),
    p95: count(timeline.p95),
    desks: count(lastDesks(timeline.rows)),
  })
  const before = other && highestRow(other.rows)
  if (!before) return said
  return `${said}${t('timeline.saidThen', {
    period: period(other.scope),
    day: when(before.day),
    peak: count(before.peak),
    p95: count(other.p95),
  })}`
}
