import { type QueryClient, useQuery } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  type ErrorComponentProps,
  Outlet,
  redirect,
  useNavigate,
  useRouter,
  useRouterState,
} from '@tanstack/react-router'
import { meOptions } from '#/api/me'
import { ApiProblem } from '#/api/problem'
import { LazySignInAgain } from '#/features/access/lazily'
import { Frame } from '#/features/frame/Frame'
import { Trouble } from '#/features/frame/Trouble'
import { Bell } from '#/features/notices/Bell'
import type { Found } from '#/features/search/found'
import { SearchButton } from '#/features/search/SearchButton'
import { keptLanguage, speak } from '#/lib/i18n'
import { ToastRegion } from '#/ui/ToastRegion'

const SIGN_IN = '/sign-in'

export const Route = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  beforeLoad: async ({ context, location }) => {
    if (isForAnybody(location.pathname)) return
    try {
      const me = await context.queryClient.ensureQueryData(meOptions())
      if (me.language !== keptLanguage()) await speak(me.language)
    } catch (error) {
      if (!(error instanceof ApiProblem && error.code === 'not_signed_in')) {
        // The roster has answers of its own while nobody can say who is signed in.
        if (location.pathname.startsWith('/roster')) return
        throw error
      }
      throw redirect({ to: SIGN_IN, search: location.href === '/' ? {} : { to: location.href } })
    }
  },
  component: Root,
  errorComponent: BeforeAnyScreen,
})

/** Signing in, and a wall screen, which nobody signs in at. */
function isForAnybody(pathname: string): boolean {
  return pathname === SIGN_IN || pathname.startsWith('/display/')
}

/**
 * The screen within its frame; signing in and wall screens have none, nor has the roster while nobody can say who is
 * signed in.
 */
function Root() {
  const alone = useRouterState({ select: (state) => isForAnybody(state.location.pathname) })
  const known = useQuery({ ...meOptions(), enabled: false }).data !== undefined
  if (alone) return <Outlet />
  return known ? <Framed /> : <WithoutFrame />
}

function WithoutFrame() {
  return (
    <>
      <main className="px-4 py-4 rail:px-24 rail:py-8">
        <Outlet />
      </main>
      <ToastRegion />
    </>
  )
}

function Framed() {
  const navigate = useNavigate()
  const openFound = (found: Found) => {
    if (found.kind === 'desk')
      return navigate({ to: '/book', search: { floor: found.desk.floor, desk: found.desk.id } })
    const floor = found.person.desk?.floor
    return navigate({ to: '/book', search: { floor, near: found.person.id } })
  }
  return (
    <Frame search={<SearchButton onOpen={openFound} />} notices={<Bell />}>
      <Outlet />
      <LazySignInAgain />
    </Frame>
  )
}

/** Not even who is signed in could be read: no frame, but words and another try. */
function BeforeAnyScreen({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  return (
    <main className="px-4 py-16 rail:px-24">
      <Trouble
        error={error}
        onRetry={() => {
          reset()
          void router.invalidate()
        }}
      />
    </main>
  )
}
