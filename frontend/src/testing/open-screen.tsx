import { QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router'
import { render } from '@testing-library/react'
import { createQueryClientFor } from '#/api/query-client'
import { sessionOver } from '#/api/session-over'
import { createRouterFor } from '#/router'

/** The whole product at an address, against whatever server the test has set up. Returns its router. */
export function openScreen(address: string) {
  const queryClient = createQueryClientFor(sessionOver.announce)
  const router = createRouterFor(queryClient, createMemoryHistory({ initialEntries: [address] }))
  render(
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  )
  return router
}
