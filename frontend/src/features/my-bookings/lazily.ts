import { lazy } from 'react'
import { openBooks } from '#/lib/i18n'

/** The bookings I did not come to; comes with its words after the screen. */
export const LazyNoShowNotice = lazy(async () => {
  const [module] = await Promise.all([import('./NoShowNotice'), openBooks('rules')])
  return { default: module.NoShowNotice }
})
