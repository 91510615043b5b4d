import { lazy } from 'react'
import { openBooks } from '#/lib/i18n'

/** My series; comes with its words after the screen. */
export const LazyMySeries = lazy(async () => {
  const [module] = await Promise.all([import('./MySeries'), openBooks('series')])
  return { default: module.MySeries }
})
