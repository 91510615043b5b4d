import type { ReactNode } from 'react'
import { Button } from './Button'
import { Dialog } from './Dialog'

interface AskDialogProps {
  title: string
  open: boolean
  /** The verb on the button that does it, and the words on the one that leaves all as it is. */
  verb: string
  stay: string
  kind?: 'primary' | 'secondary' | 'destructive'
  busy: boolean
  /** Why it was refused, said here and not behind. */
  refused?: ReactNode
  onDo: () => void
  onClose: () => void
  children: ReactNode
}

/** Asks before what others feel or nobody can take back. */
export function AskDialog({
  title,
  open,
  verb,
  stay,
  kind = 'destructive',
  busy,
  refused,
  onDo,
  onClose,
  children,
}: AskDialogProps) {
  return (
    <Dialog title={title} open={open} onClose={onClose}>
      <div className="flex flex-col gap-4">
        <div className="flex flex-col gap-3">{children}</div>
        {refused}
        <div className="flex flex-wrap justify-end gap-2">
          <Button kind="quiet" size="primary" onPress={onClose}>
            {stay}
          </Button>
          <Button kind={kind} size="primary" busy={busy} onPress={onDo}>
            {verb}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
