import { useTranslation } from 'react-i18next'
import { AskDialog } from '#/ui/AskDialog'

interface AskFirstProps {
  title: string
  lead: string
  /** What is done when it is meant. */
  verb: string
  open: boolean
  busy: boolean
  onMeant: () => void
  onClose: () => void
}

/** Asks before what cannot be undone. */
export function AskFirst({ lead, onMeant, ...asked }: AskFirstProps) {
  const { t } = useTranslation('waitlists')
  return (
    <AskDialog stay={t('close')} kind="secondary" onDo={onMeant} {...asked}>
      <p>{lead}</p>
    </AskDialog>
  )
}
