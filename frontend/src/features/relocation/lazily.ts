import { lazyPart } from '#/lib/lazyPart'

/** What was displaced of mine; read after the first screen stands. */
export const LazyRelocations = lazyPart(async () => (await import('./RelocationCards')).RelocationCards)
