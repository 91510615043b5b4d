import { lazy } from 'react'
import { openBooks } from '#/lib/i18n'

/** What is offered to me and what I wait for; comes with its words after the screen. */
export const LazyMyWaits = lazy(async () => {
  const [module] = await Promise.all([import('./MyWaits'), openBooks('waitlists')])
  return { default: module.MyWaits }
})

/** The way into a line; comes with its words when there is nothing free. */
export const LazyJoinWait = lazy(async () => {
  const [module] = await Promise.all([import('./JoinWait'), openBooks('waitlists', 'refusals')])
  return { default: module.JoinWait }
})
