import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import { Dialog } from '#/ui/Dialog'

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
export function AskFirst({ title, lead, verb, open, busy, onMeant, onClose }: AskFirstProps) {
  const { t } = useTranslation('waitlists')
  return (
    <Dialog title={title} open={open} onClose={onClose}>
      <p>{lead}</p>
      <div className="mt-4 flex flex-wrap gap-2">
        <Button kind="secondary" busy={busy} onPress={onMeant}>
          {verb}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {t('close')}
        </Button>
      </div>
    </Dialog>
  )
}
