import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sessionOptions, useSignInStep } from '#/api/session'
import { Notice } from '#/ui/Notice'
import { OtherWays } from './OtherWays'
import { RecoveryCodes } from './RecoveryCodes'
import { SecondFactor } from './SecondFactor'
import { SetUpFirst } from './SetUpFirst'
import { SignInForm } from './SignInForm'

interface SignInStepsProps {
  onSignedIn: () => void
  username?: string
  to?: string
  /** Offer the password also where the usual ways are others. */
  local?: boolean
}

/** Signing in from the first step to the last: a way in, a second factor, and its set-up where a role demands one. */
export function SignInSteps({ onSignedIn, username, to = '/', local = false }: SignInStepsProps) {
  const { t } = useTranslation('access')
  const session = useQuery(sessionOptions()).data
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const first = useRef<HTMLDivElement>(null)
  const waited = useRef(false)
  const pending = Boolean(session?.pending)

  // Synchronises the browser's focus: who starts again stood at a button that is gone.
  useEffect(() => {
    if (waited.current && !pending) first.current?.focus()
    waited.current = pending
  }, [pending])

  const goOn = useSignInStep(async (_kept: null) => undefined)
  if (codes) {
    return (
      <RecoveryCodes
        codes={codes}
        kept={t('setUp.goOn')}
        busy={goOn.isPending}
        onKept={() => goOn.mutate(null, { onSuccess: onSignedIn })}
      />
    )
  }
  if (session?.pending?.must_set_up) return <SetUpFirst onSetUp={setCodes} />
  if (session?.pending) return <SecondFactor factors={session.pending.factors} onSignedIn={onSignedIn} />
  const ways = session?.ways ?? []
  const password = !session || local || ways.some(({ way }) => way === 'password')
  return (
    <div ref={first} tabIndex={-1} className="flex flex-col gap-5 outline-none">
      {password ? (
        <SignInForm username={username} onSignedIn={onSignedIn} />
      ) : (
        ways.length === 0 && <Notice>{t('ways.none')}</Notice>
      )}
      <OtherWays ways={ways} to={to} onSignedIn={onSignedIn} />
    </div>
  )
}
