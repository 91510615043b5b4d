import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, Outlet, redirect } from '@tanstack/react-router'
import { meOptions } from '#/api/me'
import { ApiProblem } from '#/api/problem'
import { keptLanguage, speak } from '#/lib/i18n'

export const Route = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  beforeLoad: async ({ context, location }) => {
    if (location.pathname === '/sign-in') return
    try {
      const me = await context.queryClient.ensureQueryData(meOptions())
      if (me.language !== keptLanguage()) await speak(me.language)
    } catch (error) {
      if (!(error instanceof ApiProblem && error.status === 401)) throw error
      throw redirect({ to: '/sign-in', search: { to: location.href } })
    }
  },
  component: Outlet,
})
