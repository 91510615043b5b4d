import { useTranslation } from 'react-i18next'
import { ApiProblem } from '#/api/problem'
import { useProblemWords } from '#/api/useProblemWords'
import { Notice } from '#/ui/Notice'
import { PasskeyTrouble } from './passkeys'

const SECONDS_A_MINUTE = 60

/** What a step of signing in was refused with, and how long to wait where that is why; nothing without an error. */
export function Trouble({ error }: { error: unknown }) {
  const { t } = useTranslation('access')
  const words = useProblemWords()
  if (!error) return null
  const wait = error instanceof ApiProblem ? error.problem.retry_after_seconds : undefined
  return (
    <Notice tone="warn">
      <p className="font-bold">
        {error instanceof PasskeyTrouble ? t(`passkey.${error.code}`) : words(error).title}
      </p>
      {wait !== undefined && (
        <p>
          {t('signIn.wait', { time: t('signIn.minutes', { count: Math.ceil(wait / SECONDS_A_MINUTE) }) })}
        </p>
      )}
    </Notice>
  )
}
