import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '#/api/me'
import { sessionOver } from '#/api/session-over'
import { Dialog } from '#/ui/Dialog'
import { SignInSteps } from './SignInSteps'

/** When the session has ended: sign in over the screen as it is, so that nothing typed is lost. */
export function SignInAgain() {
  const { t } = useTranslation('access')
  const { username } = useMe()
  const over = useSyncExternalStore(sessionOver.subscribe, sessionOver.now)
  return (
    <Dialog title={t('signIn.again')} open={over}>
      <p className="mb-4 text-sm text-quiet">{t('signIn.againLead')}</p>
      <SignInSteps
        username={username}
        to={window.location.pathname + window.location.search}
        onSignedIn={sessionOver.mend}
      />
    </Dialog>
  )
}
