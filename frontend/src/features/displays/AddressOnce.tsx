import { useTranslation } from 'react-i18next'
import { buttonLook } from '#/ui/button-look'
import { Notice } from '#/ui/Notice'
import { ShownOnce } from '#/ui/ShownOnce'
import type { NewDisplayLink } from './useDisplays'

/** The address of a screen just set up, which nobody can have again. */
export function AddressOnce({ display, onClose }: { display: NewDisplayLink; onClose: () => void }) {
  const { t } = useTranslation('displays')
  const words = { copy: t('displays.copy'), copied: t('displays.copied'), kept: t('displays.noted') }
  return (
    <Notice tone="warn">
      <p className="font-bold">{t('displays.once', { name: display.name })}</p>
      <p>{t('displays.onceLead')}</p>
      <div className="mt-3 flex flex-col gap-3">
        <ShownOnce label={t('displays.address')} value={display.address} words={words} onKept={onClose}>
          <a href={display.address} target="_blank" rel="noreferrer" className={buttonLook('secondary')}>
            {t('displays.open')}
          </a>
        </ShownOnce>
      </div>
    </Notice>
  )
}
