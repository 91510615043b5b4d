import { lazy } from 'react'
import { openBooks } from '#/lib/i18n'

/** What the next date of a series says of it; comes with its words after the screen. */
export const LazySeriesLine = lazy(async () => {
  const [module] = await Promise.all([import('./SeriesLine'), openBooks('series')])
  return { default: module.SeriesLine }
})

/** My series; comes with its words after the screen. */
export const LazyMySeries = lazy(async () => {
  const [module] = await Promise.all([import('./MySeries'), openBooks('series')])
  return { default: module.MySeries }
})
