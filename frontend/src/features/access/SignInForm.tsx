import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSignIn } from '#/api/session'
import { Button } from '#/ui/Button'
import { TextField } from '#/ui/TextField'
import { Trouble } from './Trouble'

interface SignInFormProps {
  onSignedIn: () => void
  /** Known already when a session has ended. */
  username?: string
}

/** User name and password; what is wrong stands at the field or above the button, and what was typed stays. */
export function SignInForm({ onSignedIn, username: known = '' }: SignInFormProps) {
  const { t } = useTranslation('access')
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
    signIn.mutate({ username: username.trim(), password }, { onSuccess: (me) => me && onSignedIn() })
  }

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
      <Trouble error={signIn.error} />
      <Button type="submit" kind="primary" size="big" busy={signIn.isPending}>
        {t('signIn.submit')}
      </Button>
    </form>
  )
}
