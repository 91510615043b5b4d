import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import { Dialog } from '#/ui/Dialog'
import { TextField } from '#/ui/TextField'
import { type Factor, FactorAsked } from './FactorAsked'
import { type OwnFactors, type ProofShown, useProve } from './queries'
import { Trouble } from './Trouble'

interface ProveDialogProps {
  open: boolean
  proofs: OwnFactors['proofs']
  onProved: () => void
  onClose: () => void
}

/** Asks who sits here once more: a second factor, or the password of somebody who has none. */
export function ProveDialog({ open, proofs, onProved, onClose }: ProveDialogProps) {
  const { t } = useTranslation('access')
  const prove = useProve()
  const factors = proofs.filter((proof): proof is Factor => proof !== 'password')
  const show = (shown: ProofShown) => prove.mutate(shown, { onSuccess: onProved })
  const close = () => {
    prove.reset()
    onClose()
  }
  return (
    <Dialog title={t('prove.title')} open={open} onClose={close}>
      <div className="flex flex-col gap-4">
        <p className="text-sm text-quiet">{t('prove.lead')}</p>
        {factors.length > 0 ? (
          <FactorAsked factors={factors} busy={prove.isPending} error={prove.error} onShown={show} />
        ) : (
          <>
            <PasswordForm
              busy={prove.isPending}
              error={prove.error}
              onPassword={(password) => show({ password })}
            />
            <p className="text-sm text-quiet">{t('prove.without')}</p>
          </>
        )}
        <Button kind="quiet" className="self-start" onPress={close}>
          {t('factors.keep')}
        </Button>
      </div>
    </Dialog>
  )
}

interface PasswordFormProps {
  busy: boolean
  error: unknown
  onPassword: (password: string) => void
}

function PasswordForm({ busy, error, onPassword }: PasswordFormProps) {
  const { t } = useTranslation('access')
  const [password, setPassword] = useState('')
  const [asked, setAsked] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (!password) return field.current?.focus()
    onPassword(password)
  }
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <TextField
        ref={field}
        label={t('prove.password')}
        type="password"
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        error={asked && !password ? t('signIn.passwordMissing') : null}
      />
      <Trouble error={error} />
      <Button type="submit" kind="primary" busy={busy} className="self-start">
        {t('second.submit')}
      </Button>
    </form>
  )
}
