import { useTranslation } from 'react-i18next'
import { AskDialog } from '#/ui/AskDialog'

interface AskFirstProps {
  open: boolean
  title: string
  words: string
  verb: string
  busy: boolean
  kind?: 'destructive' | 'primary'
  onDo: () => void
  onClose: () => void
}

/** Asks before something that others feel. */
export function AskFirst({ words, ...asked }: AskFirstProps) {
  const { t } = useTranslation('places')
  return (
    <AskDialog stay={t('stay')} {...asked}>
      <p>{words}</p>
    </AskDialog>
  )
}
