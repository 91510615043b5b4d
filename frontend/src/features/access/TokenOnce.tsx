import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import { CheckIcon } from '#/ui/icons'

interface TokenOnceProps {
  token: string
  onKept: () => void
}

/** A token just made, which nobody can have again. */
export function TokenOnce({ token, onKept }: TokenOnceProps) {
  const { t } = useTranslation('access')
  const id = useId()
  const [copied, setCopied] = useState(false)
  const copy = () =>
    navigator.clipboard?.writeText(token).then(
      () => setCopied(true),
      () => undefined,
    )
  return (
    <div className="flex flex-col gap-4">
      <p>{t('tokens.onceLead')}</p>
      <div>
        <label htmlFor={id} className="font-bold">
          {t('tokens.token')}
        </label>
        <textarea
          id={id}
          readOnly
          rows={2}
          value={token}
          onFocus={(event) => event.target.select()}
          className="mt-1 w-full resize-none rounded-8 border border-edge bg-white p-3 font-mono break-all"
        />
      </div>
      <div className="flex flex-wrap justify-end gap-3">
        {window.isSecureContext && (
          <Button icon={copied ? <CheckIcon size={18} /> : undefined} onPress={() => void copy()}>
            {t(copied ? 'codes.copied' : 'codes.copy')}
          </Button>
        )}
        <Button kind="primary" onPress={onKept}>
          {t('codes.kept')}
        </Button>
      </div>
    </div>
  )
}
