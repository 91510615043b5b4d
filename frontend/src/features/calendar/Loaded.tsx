import type { ReactNode } from 'react'
import { useProblemWords } from '#/api/useProblemWords'
import { ErrorState } from '#/ui/ErrorState'
import { SkeletonLines } from '#/ui/Skeleton'

interface LoadedProps<Data> {
  query: { data: Data | undefined; isError: boolean; error: unknown; refetch: () => unknown }
  /** What is said when it failed. */
  failed: string
  children: (data: Data) => ReactNode
}

/** What was asked for, once it is there; before that its outline, and what to do when it failed. */
export function Loaded<Data>({ query, failed, children }: LoadedProps<Data>) {
  const words = useProblemWords()
  if (query.data !== undefined) return children(query.data)
  if (!query.isError) return <SkeletonLines lines={3} />
  return (
    <ErrorState title={failed} onRetry={() => void query.refetch()}>
      {words(query.error).title}
    </ErrorState>
  )
}
