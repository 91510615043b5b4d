import { lazyPart } from '#/lib/lazyPart'

/** The team days of some days; come with their words after the screen. */
export const LazyTeamDayLines = lazyPart(async () => (await import('./TeamDayLines')).TeamDayLines, 'seating')

/** The groups I made or sit in; come with their words after the screen. */
export const LazyGroupList = lazyPart(
  async () => (await import('./GroupList')).GroupList,
  'seating',
  'refusals',
)
