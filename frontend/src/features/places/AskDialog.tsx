import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import { Dialog } from '#/ui/Dialog'

interface AskDialogProps {
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
export function AskDialog({
  open,
  title,
  words,
  verb,
  busy,
  kind = 'destructive',
  onDo,
  onClose,
}: AskDialogProps) {
  const { t } = useTranslation('places')
  return (
    <Dialog title={title} open={open} onClose={onClose}>
      <p>{words}</p>
      <div className="mt-5 flex flex-wrap gap-3">
        <Button kind={kind} busy={busy} onPress={onDo}>
          {verb}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {t('stay')}
        </Button>
      </div>
    </Dialog>
  )
}
