import { lazy } from 'react'

/** The chart with ECharts behind it: it may come after the figures. */
export const LazyTimelineChart = lazy(async () => ({
  default: (await import('./TimelineChart')).TimelineChart,
}))
