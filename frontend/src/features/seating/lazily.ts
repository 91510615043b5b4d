import { lazy } from 'react'
import { openBooks } from '#/lib/i18n'

/** The team days of some days; come with their words after the screen. */
export const LazyTeamDayLines = lazy(async () => {
  const [module] = await Promise.all([import('./TeamDayLines'), openBooks('seating')])
  return { default: module.TeamDayLines }
})

/** The groups I made or sit in; come with their words after the screen. */
export const LazyGroupList = lazy(async () => {
  const [module] = await Promise.all([import('./GroupList'), openBooks('seating', 'refusals')])
  return { default: module.GroupList }
})
