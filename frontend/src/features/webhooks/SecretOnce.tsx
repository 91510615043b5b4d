import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import { Dialog } from '#/ui/Dialog'
import { CheckIcon } from '#/ui/icons'

interface SecretOnceProps {
  /** Null: nothing to show. */
  secret: string | null
  /** Whether another one still signs beside it. */
  renewed: boolean
  onKept: () => void
}

/** A secret that nobody can have again: it closes by saying that one has it. */
export function SecretOnce({ secret, renewed, onKept }: SecretOnceProps) {
  const { t } = useTranslation('webhooks')
  const id = useId()
  const [copied, setCopied] = useState(false)
  const copy = () =>
    navigator.clipboard?.writeText(secret ?? '').then(
      () => setCopied(true),
      () => undefined,
    )
  const kept = () => {
    setCopied(false)
    onKept()
  }
  return (
    <Dialog title={t('secret.title')} open={secret !== null}>
      <div className="flex flex-col gap-4">
        <p>{t('secret.once')}</p>
        {renewed && <p>{t('secret.oldToo')}</p>}
        <div>
          <label htmlFor={id} className="font-bold">
            {t('secret.label')}
          </label>
          <textarea
            id={id}
            readOnly
            rows={2}
            value={secret ?? ''}
            onFocus={(event) => event.target.select()}
            className="mt-1 w-full resize-none rounded-8 border border-edge bg-white p-3 font-mono break-all"
          />
        </div>
        <div className="flex flex-wrap justify-end gap-3">
          {window.isSecureContext && (
            <Button icon={copied ? <CheckIcon size={18} /> : undefined} onPress={() => void copy()}>
              {t(copied ? 'secret.copied' : 'secret.copy')}
            </Button>
          )}
          <Button kind="primary" onPress={kept}>
            {t('secret.kept')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
