import type { EChartsCoreOption } from 'echarts/core'
import { dateOf, daysBetween, monthOf, weekday } from '#/lib/dates'
import type { Language } from '#/lib/i18n'
import type { Timeline, TimelineRow } from '../answers'
import { type Meeting, meetingsOf } from './compared-timeline'

/** What the chart says, and in which letters. */
export interface ChartWords {
  p95: (count: number) => string
  desks: (count: number) => string
  max: (count: number) => string
  language: Language
  font: string
}

const INK = '#1a1a1a'
const QUIET = '#4d4d4d'
const HAIR = '#e6e6e6'
const BAR = '#4979f5'
const PALE = '#c5d7fb'
const ACCENT = '#0017c1'
const LETTER = 14

/** Up to so many places each point of the other period has its own ring. */
const MOST_RINGS = 70

/** A place on the axis, or a gap where days are left out between two. */
interface Slot {
  label: string
  day: string | null
  row: TimelineRow | null
  other: TimelineRow | null
}

/**
 * Bars of the daily peaks with p95 and the desks in service as lines that carry their own names; and those of another
 * period, if there is one, as a thin line with rings over the bars that they meet.
 */
export function timelineOption(
  timeline: Timeline,
  words: ChartWords,
  other: Timeline | null = null,
): EChartsCoreOption {
  const slots = slotsOf(meetingsOf(timeline, other).meetings, timeline.by)
  const highest = highestRow(timeline.rows)
  // Beside another period its number stands in the legend: here it would lie on the line.
  const marked = other ? null : highest
  const desks = lastDesks(timeline.rows)
  const letters = { fontFamily: words.font, fontSize: LETTER, color: QUIET }
  return {
    animation: false,
    textStyle: { fontFamily: words.font },
    grid: { left: 52, right: 84, top: 28, bottom: 28 },
    xAxis: {
      type: 'category',
      data: slots.map(({ label }) => label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: QUIET } },
      axisLabel: {
        ...letters,
        hideOverlap: true,
        interval: (index: number) => labelled(slots, index, timeline.by),
      },
    },
    yAxis: {
      type: 'value',
      min: 0,
      splitNumber: 4,
      axisLabel: letters,
      splitLine: { lineStyle: { color: HAIR } },
    },
    series: [
      {
        type: 'bar',
        barCategoryGap: '20%',
        barMaxWidth: 32,
        silent: true,
        data: slots.map(({ row }) =>
          row?.peak == null
            ? null
            : {
                value: row.peak,
                itemStyle: { color: row === highest ? ACCENT : row.provisional ? PALE : BAR },
              },
        ),
        markPoint: marked && {
          symbol: 'rect',
          symbolSize: 1,
          silent: true,
          itemStyle: { color: 'transparent' },
          data: [
            {
              coord: [slots.findIndex(({ row }) => row === marked), marked.peak],
              label: {
                show: true,
                position: 'top',
                align: atTheEdge(slots, marked),
                distance: 7,
                formatter: words.max(marked.peak ?? 0),
                fontFamily: words.font,
                fontSize: LETTER,
                color: INK,
                backgroundColor: 'rgba(255,255,255,0.85)',
              },
            },
          ],
        },
        markLine: timeline.p95 !== null && {
          silent: true,
          symbol: 'none',
          lineStyle: { color: ACCENT, type: 'dashed', width: 2 },
          label: {
            position: 'end',
            formatter: words.p95(timeline.p95),
            fontFamily: words.font,
            fontSize: LETTER,
            fontWeight: 'bold',
            color: ACCENT,
            ...(apart(timeline.p95, desks, timeline.rows) ? {} : { padding: [22, 0, 0, 0] }),
          },
          data: [{ yAxis: timeline.p95 }],
        },
      },
      {
        type: 'line',
        step: 'middle',
        silent: true,
        symbol: 'none',
        connectNulls: true,
        lineStyle: { color: INK, width: 2 },
        data: slots.map(({ row }) => row?.in_service ?? null),
        endLabel: {
          show: desks !== null,
          formatter: words.desks(desks ?? 0),
          fontFamily: words.font,
          fontSize: LETTER,
          color: INK,
        },
      },
      ...(other ? thenLines(slots) : []),
    ],
  }
}

/** The other period: drawn twice, white and wide below, so that it stands out from the bars that it crosses. */
function thenLines(slots: readonly Slot[]): EChartsCoreOption[] {
  const line = {
    type: 'line',
    silent: true,
    data: slots.map((slot) => slot.other?.peak ?? null),
  }
  const ringed = slots.length <= MOST_RINGS
  return [
    { ...line, z: 3, symbol: 'none', lineStyle: { color: '#fff', width: 5 } },
    {
      ...line,
      z: 4,
      symbol: 'emptyCircle',
      symbolSize: ringed ? 7 : 3,
      showAllSymbol: true,
      itemStyle: { color: QUIET, borderWidth: ringed ? 2 : 1 },
      lineStyle: { color: QUIET, width: 2 },
    },
  ]
}

/** The first of the rows with the highest peak. */
export function highestRow(rows: readonly TimelineRow[]): TimelineRow | null {
  return rows.reduce<TimelineRow | null>(
    (best, row) => (row.peak !== null && row.peak > (best?.peak ?? -1) ? row : best),
    null,
  )
}

/** Desks in service at the end. */
export function lastDesks(rows: readonly TimelineRow[]): number | null {
  return rows.findLast(({ in_service }) => in_service !== null)?.in_service ?? null
}

/** The name of a bar at either end stands over the others and not over the axis. */
function atTheEdge(slots: readonly Slot[], highest: TimelineRow): 'left' | 'center' | 'right' {
  const place = slots.findIndex(({ row }) => row === highest) / Math.max(slots.length - 1, 1)
  if (slots.length < 6) return 'center'
  return place < 0.15 ? 'left' : place > 0.85 ? 'right' : 'center'
}

/** In order; between days that do not follow one another there is a gap. */
function slotsOf(meetings: readonly Meeting[], by: Timeline['by']): Slot[] {
  return meetings.flatMap(({ day, now, other }, index): Slot[] => {
    const before = meetings[index - 1]
    const slot = { label: labelOf(day, by), day, row: now, other }
    const apart = by === 'day' && before && daysBetween(before.day, day) > 1
    return apart ? [{ label: '', day: null, row: null, other: null }, slot] : [slot]
  })
}

function labelOf(day: string, by: Timeline['by']): string {
  return by === 'month' ? `${day.slice(0, 4)}/${monthOf(day)}` : `${monthOf(day)}/${dateOf(day)}`
}

/** By days the first of each week has its date, else every bar that has room. */
function labelled(slots: readonly Slot[], index: number, by: Timeline['by']): boolean {
  const day = slots[index]?.day
  if (!day) return false
  return by !== 'day' || slots.length <= 8 || weekday(day, 'en') === 'Mon' || !slots[index - 1]?.day
}

/** Whether the names of two lines have room above one another. */
function apart(p95: number, desks: number | null, rows: readonly TimelineRow[]): boolean {
  if (desks === null) return true
  const top = Math.max(desks, highestRow(rows)?.peak ?? 0, 1)
  return Math.abs(desks - p95) / top > 0.1
}
