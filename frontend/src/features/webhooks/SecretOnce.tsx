import { useTranslation } from 'react-i18next'
import { Dialog } from '#/ui/Dialog'
import { ShownOnce } from '#/ui/ShownOnce'

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
  const words = { copy: t('secret.copy'), copied: t('secret.copied'), kept: t('secret.kept') }
  return (
    <Dialog title={t('secret.title')} open={secret !== null}>
      <div className="flex flex-col gap-4">
        <p>{t('secret.once')}</p>
        {renewed && <p>{t('secret.oldToo')}</p>}
        <ShownOnce label={t('secret.label')} value={secret ?? ''} words={words} onKept={onKept} />
      </div>
    </Dialog>
  )
}
