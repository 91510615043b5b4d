import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import { buttonLook } from '#/ui/button-look'
import { CheckIcon } from '#/ui/icons'
import { Notice } from '#/ui/Notice'
import type { NewDisplayLink } from './useDisplays'

/** The address of a screen just set up, which nobody can have again. */
export function AddressOnce({ display, onClose }: { display: NewDisplayLink; onClose: () => void }) {
  const { t } = useTranslation('displays')
  const id = useId()
  const [copied, setCopied] = useState(false)
  const copy = () =>
    navigator.clipboard?.writeText(display.address).then(
      () => setCopied(true),
      () => undefined,
    )
  return (
    <Notice tone="warn">
      <p className="font-bold">{t('displays.once', { name: display.name })}</p>
      <p>{t('displays.onceLead')}</p>
      <label htmlFor={id} className="mt-3 block font-bold">
        {t('displays.address')}
      </label>
      <input
        id={id}
        readOnly
        value={display.address}
        onFocus={(event) => event.target.select()}
        className="mt-1 min-h-11 w-full rounded-8 border border-edge bg-white px-3"
      />
      <div className="mt-3 flex flex-wrap items-center gap-3">
        {window.isSecureContext && (
          <Button icon={copied ? <CheckIcon size={18} /> : undefined} onPress={() => void copy()}>
            {t(copied ? 'displays.copied' : 'displays.copy')}
          </Button>
        )}
        <a href={display.address} target="_blank" rel="noreferrer" className={buttonLook('secondary')}>
          {t('displays.open')}
        </a>
        <Button kind="quiet" onPress={onClose}>
          {t('displays.noted')}
        </Button>
      </div>
    </Notice>
  )
}
