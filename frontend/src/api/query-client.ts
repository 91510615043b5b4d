import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiProblem } from './problem'

const STALE_MS = 20_000

/** The cache of what the server said; `onSignedOut` is told when an answer says that the session is over. */
export function createQueryClientFor(onSignedOut: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (error instanceof ApiProblem && error.code === 'not_signed_in') onSignedOut()
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { staleTime: STALE_MS, retry: worthAnotherTry, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}

function worthAnotherTry(failures: number, error: unknown): boolean {
  return failures < 1 && error instanceof ApiProblem && error.status >= 500
}
