import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '#/lib/useLanguage'
import type { Timeline } from '../answers'
import { count } from '../numbers'
import { init } from './echarts'
import { timelineOption } from './timeline-option'

type Chart = ReturnType<typeof init>

/** The chart, drawn. It comes after the rest of the screen, in a file of its own. */
export function TimelineChart({ timeline, other }: { timeline: Timeline; other: Timeline | null }) {
  const { t } = useTranslation('occupancy')
  const language = useLanguage()
  const frame = useRef<HTMLDivElement>(null)
  const chart = useRef<Chart | null>(null)

  // The drawing lives outside React: begun once, as wide as its frame, and put away.
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const drawn = init(element, null, { renderer: 'svg' })
    chart.current = drawn
    const observer = new ResizeObserver(() => drawn.resize())
    observer.observe(element)
    return () => {
      observer.disconnect()
      drawn.dispose()
      chart.current = null
    }
  }, [])

  // Synchronises the drawing with the answer and the language.
  useEffect(() => {
    const words = {
      p95: (value: number) => t('timeline.p95', { number: count(value) }),
      desks: (value: number) => t('timeline.desks', { number: count(value) }),
      max: (value: number) => t('timeline.max', { number: count(value) }),
      language,
      font: getComputedStyle(document.documentElement).fontFamily,
    }
    chart.current?.setOption(timelineOption(timeline, words, other), { notMerge: true })
  }, [timeline, other, language, t])

  return <div ref={frame} aria-hidden="true" className="timeline-chart" />
}
