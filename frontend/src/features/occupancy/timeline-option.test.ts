import { describe, expect, it } from 'vitest'
import type { Timeline, TimelineRow } from './answers'
import { signed } from './numbers'
import { stepOfShare } from './scale'
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

describe('the chart of daily peaks', () => {
  it('leaves a gap where days are left out, and marks the first of the highest', () => {
    const words = {
      p95: (n: number) => `p95 ${n}`,
      desks: String,
      max: String,
      language: 'ja' as const,
      font: 'x',
    }
    const option = timelineOption({ by: 'day', p95: 8, rows } as Timeline, words) as {
      xAxis: { data: string[] }
      series: { data: unknown[]; markPoint?: { data: { coord: unknown[] }[] } }[]
    }
    expect(option.xAxis.data).toEqual(['11/19', '11/20', '', '11/24'])
    expect(option.series[0]?.data[2]).toBeNull()
    expect(option.series[0]?.markPoint?.data[0]?.coord).toEqual([1, 8])
    expect(highestRow(rows)?.day).toBe('2026-11-20')
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
