import { describe, expect, it } from 'vitest'
import type { Timeline, TimelineRow } from '../answers'
import { signed } from '../numbers'
import { stepOfShare } from '../scale'
import { highestRow, timelineOption } from './timeline-option'

const row = (day: string, peak: number | null): TimelineRow => ({
  day,
  peak,
  present: null,
  in_service: 10,
  average: 0.5,
  peak_at: '10:00',
  provisional: false,
})
const rows = [row('2026-11-19', 5), row('2026-11-20', 8), row('2026-11-24', 8)]

const words = {
  p95: (n: number) => `p95 ${n}`,
  desks: String,
  max: String,
  language: 'ja' as const,
  font: 'x',
}
interface Drawn {
  xAxis: { data: string[] }
  series: { data: unknown[]; symbol?: string; markPoint?: { data: { coord: unknown[] }[] } }[]
}

describe('the chart of daily peaks', () => {
  it('leaves a gap where days are left out, and marks the first of the highest', () => {
    const option = timelineOption({ by: 'day', p95: 8, rows } as Timeline, words) as unknown as Drawn
    expect(option.xAxis.data).toEqual(['11/19', '11/20', '', '11/24'])
    expect(option.series[0]?.data[2]).toBeNull()
    expect(option.series[0]?.markPoint?.data[0]?.coord).toEqual([1, 8])
    expect(highestRow(rows)?.day).toBe('2026-11-20')
    expect(option.series).toHaveLength(2)
  })

  it('draws another period as a line with rings, over the days that it meets', () => {
    const now = { by: 'day', p95: 8, rows, scope: { from: '2026-11-16', to: '2026-11-29' } } as Timeline
    const other = {
      by: 'day',
      p95: 7,
      rows: [row('2026-11-05', 6), row('2026-11-09', 7)],
      scope: { from: '2026-11-02', to: '2026-11-15' },
    } as Timeline
    const { xAxis, series } = timelineOption(now, words, other) as unknown as Drawn
    expect(xAxis.data).toEqual(['11/19', '11/20', '', '11/23', '11/24'])
    expect(series.at(-1)).toMatchObject({ symbol: 'emptyCircle', data: [6, null, null, 7, null] })
    expect(series[0]?.data[3]).toBeNull()
  })
})

describe('numbers', () => {
  it('are coloured by what is printed', () => {
    expect([0.394, 0.395, 0.7949, 0.795].map(stepOfShare)).toEqual([0, 1, 2, 3])
  })
  it('say which way they moved', () => {
    expect([signed(3.21, 1), signed(-1234, 0), signed(0.04, 1)]).toEqual(['+3.2', '−1,234', '±0'])
  })
})
