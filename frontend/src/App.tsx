import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useState } from 'react'
import { createQueryClientFor } from './api/query-client'
import { sessionOver } from './api/session-over'
import { createRouterFor } from './router'

/** Kyoseki in a browser: one cache of what the server said, and the screens. */
export function App() {
  const [queryClient] = useState(() => createQueryClientFor(sessionOver.announce))
  const [router] = useState(() => createRouterFor(queryClient))
  return (
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  )
}
