import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import { Dialog } from '#/ui/Dialog'
import { Refused } from './Refused'

interface AskProps {
  open: boolean
  title: string
  verb: string
  kind: 'primary' | 'destructive'
  busy: boolean
  error: unknown
  onDo: () => void
  onClose: () => void
  children: ReactNode
}

/** Asks before what cannot be taken back; a refusal stands here and not behind. */
export function Ask({ open, title, verb, kind, busy, error, onDo, onClose, children }: AskProps) {
  const { t } = useTranslation('webhooks')
  return (
    <Dialog title={title} open={open} onClose={onClose}>
      <div className="flex flex-col gap-4">
        {children}
        <Refused error={error} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button kind="quiet" size="primary" onPress={onClose}>
            {t('stop')}
          </Button>
          <Button kind={kind} size="primary" busy={busy} onPress={onDo}>
            {verb}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
