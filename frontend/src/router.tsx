import type { QueryClient } from '@tanstack/react-query'
import { createRouter, type ErrorComponentProps, type RouterHistory, useRouter } from '@tanstack/react-router'
import { NotFound, Trouble } from './features/frame/Trouble'
import { routeTree } from './routeTree.gen'
import { SkeletonLines } from './ui/Skeleton'

const WAIT_BEFORE_SKELETON_MS = 300

/** The screens by address; what the server said is kept in `queryClient`. */
export function createRouterFor(queryClient: QueryClient, history?: RouterHistory) {
  return createRouter({
    routeTree,
    context: { queryClient },
    history,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultPendingMs: WAIT_BEFORE_SKELETON_MS,
    defaultPendingMinMs: 0,
    defaultPendingComponent: Waiting,
    defaultErrorComponent: Failed,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
  })
}

function Waiting() {
  return <SkeletonLines lines={4} className="h-16" />
}

function Failed({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  return (
    <Trouble
      error={error}
      onRetry={() => {
        reset()
        void router.invalidate()
      }}
    />
  )
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createRouterFor>
  }
}
