import { Suspense, useState, useSyncExternalStore } from 'react'
import { sessionOver } from '#/api/session-over'
import { lazyPart } from '#/lib/lazyPart'

const SignInAgain = lazyPart(async () => (await import('./SignInAgain')).SignInAgain, 'access')

/** Asks for a new sign-in when the session is over; its code comes then, and not with the first screen. */
export function LazySignInAgain() {
  const over = useSyncExternalStore(sessionOver.subscribe, sessionOver.now)
  const [ever, setEver] = useState(false)
  if (over && !ever) setEver(true)
  return <Suspense fallback={null}>{(over || ever) && <SignInAgain />}</Suspense>
}
