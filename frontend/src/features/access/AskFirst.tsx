import type { ReactNode } from 'react'
import { AskDialog } from '#/ui/AskDialog'
import { Trouble } from './Trouble'

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
export function AskFirst({ does, keeps, error, ...asked }: AskFirstProps) {
  return <AskDialog verb={does} stay={keeps} refused={<Trouble error={error} />} {...asked} />
}
