import { useTranslation } from 'react-i18next'
import { ShownOnce } from '#/ui/ShownOnce'

interface TokenOnceProps {
  token: string
  onKept: () => void
}

/** A token just made, which nobody can have again. */
export function TokenOnce({ token, onKept }: TokenOnceProps) {
  const { t } = useTranslation('access')
  const words = { copy: t('codes.copy'), copied: t('codes.copied'), kept: t('codes.kept') }
  return (
    <div className="flex flex-col gap-4">
      <p>{t('tokens.onceLead')}</p>
      <ShownOnce label={t('tokens.token')} value={token} words={words} onKept={onKept} />
    </div>
  )
}
