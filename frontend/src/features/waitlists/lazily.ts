import { lazyPart } from '#/lib/lazyPart'

/** What is offered to me and what I wait for; comes with its words after the screen. */
export const LazyMyWaits = lazyPart(async () => (await import('./MyWaits')).MyWaits, 'waitlists')

/** The way into a line; comes with its words when there is nothing free. */
export const LazyJoinWait = lazyPart(
  async () => (await import('./JoinWait')).JoinWait,
  'waitlists',
  'refusals',
)
