import { useTranslation } from 'react-i18next'
import type { Timeline } from '../answers'
import { usePeriodWords } from '../choices/usePeriodWords'
import { count } from '../numbers'
import { highestRow } from './timeline-option'

interface TimelineLegendProps {
  timeline: Timeline
  other: Timeline
}

/** Two periods in one chart: which are the bars and which is the line, with the days of each. */
export function TimelineLegend({ timeline, other }: TimelineLegendProps) {
  const { t } = useTranslation('occupancy')
  const period = usePeriodWords()
  const peaks = (of: Timeline) => (
    <>
      <span>{t('timeline.p95', { number: count(of.p95) })}</span>{' '}
      <span>{t('timeline.max', { number: count(highestRow(of.rows)?.peak) })}</span>
    </>
  )
  return (
    <ul className="timeline-legend" aria-label={t('legend.periods')}>
      <li>
        <svg width={28} height={16} aria-hidden="true" focusable="false">
          <path d="M4 16V5h5v11zM11.5 16V2h5v14zM19 16V7h5v9z" className="legend-bars" />
        </svg>
        <p>
          {t('timeline.legendNow', { period: period(timeline.scope) })} {peaks(timeline)}
        </p>
      </li>
      <li>
        <svg width={28} height={16} aria-hidden="true" focusable="false">
          <path d="M0 8h28" className="legend-line" />
          <circle cx={14} cy={8} r={3.5} className="legend-ring" />
        </svg>
        <p>
          {t('timeline.legendThen', { period: period(other.scope) })} {peaks(other)}
        </p>
      </li>
    </ul>
  )
}
