import type { ReactNode } from 'react'
import { Button } from '#/ui/Button'
import { Dialog } from '#/ui/Dialog'
import { Troubled } from './Troubled'

interface AskFirstProps {
  title: string
  open: boolean
  /** The verb on the button that does it, and the one that does not. */
  does: string
  keeps: string
  busy: boolean
  error: unknown
  onDo: () => void
  onClose: () => void
  children: ReactNode
}

/** Asks before what cannot be undone; a refusal stands here and not behind. */
export function AskFirst({ title, open, does, keeps, busy, error, onDo, onClose, children }: AskFirstProps) {
  return (
    <Dialog title={title} open={open} onClose={onClose}>
      <div className="flex flex-col gap-4">
        <div>{children}</div>
        <Troubled error={error} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button kind="quiet" onPress={onClose}>
            {keeps}
          </Button>
          <Button kind="destructive" busy={busy} onPress={onDo}>
            {does}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
