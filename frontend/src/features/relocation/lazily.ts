import { lazy } from 'react'

/** What was displaced of mine; read after the first screen stands. */
export const LazyRelocations = lazy(() =>
  import('./RelocationCards').then((module) => ({ default: module.RelocationCards })),
)
