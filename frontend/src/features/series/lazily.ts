import { lazyPart } from '#/lib/lazyPart'

/** What the next date of a series says of it; comes with its words after the screen. */
export const LazySeriesLine = lazyPart(async () => (await import('./SeriesLine')).SeriesLine, 'series')

/** My series; comes with its words after the screen. */
export const LazyMySeries = lazyPart(async () => (await import('./MySeries')).MySeries, 'series')
