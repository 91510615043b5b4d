import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '#/api/problem'
import { useSignIn } from '#/api/session'
import { useProblemWords } from '#/api/useProblemWords'
import { Button } from '#/ui/Button'
import { Notice } from '#/ui/Notice'
import { TextField } from '#/ui/TextField'

interface SignInFormProps {
  onSignedIn: () => void
  /** Known already when a session has ended. */
  username?: string
}

const SECONDS_A_MINUTE = 60

/** User name and password; what is wrong stands at the field or above the button, and what was typed stays. */
export function SignInForm({ onSignedIn, username: known = '' }: SignInFormProps) {
  const { t } = useTranslation()
  const words = useProblemWords()
  const signIn = useSignIn()
  const [username, setUsername] = useState(known)
  const [password, setPassword] = useState('')
  const [asked, setAsked] = useState(false)
  const usernameField = useRef<HTMLInputElement>(null)
  const passwordField = useRef<HTMLInputElement>(null)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (!username.trim()) return usernameField.current?.focus()
    if (!password) return passwordField.current?.focus()
    signIn.mutate({ username: username.trim(), password }, { onSuccess: onSignedIn })
  }
  const wait = signIn.error instanceof ApiProblem ? signIn.error.problem.retry_after_seconds : undefined

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-5">
      <TextField
        ref={usernameField}
        label={t('signIn.username')}
        value={username}
        onChange={setUsername}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        error={asked && !username.trim() ? t('signIn.usernameMissing') : null}
      />
      <TextField
        ref={passwordField}
        label={t('signIn.password')}
        type="password"
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        error={asked && !password ? t('signIn.passwordMissing') : null}
      />
      {signIn.error && (
        <Notice tone="warn">
          <p className="font-bold">{words(signIn.error).title}</p>
          {wait !== undefined && (
            <p>
              {t('signIn.wait', { time: t('signIn.minutes', { count: Math.ceil(wait / SECONDS_A_MINUTE) }) })}
            </p>
          )}
        </Notice>
      )}
      <Button type="submit" kind="primary" size="big" busy={signIn.isPending}>
        {t('signIn.submit')}
      </Button>
    </form>
  )
}
