import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { Button } from '#/ui/Button'
import { Dialog } from '#/ui/Dialog'
import { Notice } from '#/ui/Notice'

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

/** Asks before something that others feel, and says in place why it was refused. */
export function Ask({ open, title, verb, kind, busy, error, onDo, onClose, children }: AskProps) {
  const { t } = useTranslation('directory')
  const words = useProblemWords()
  return (
    <Dialog title={title} open={open} onClose={onClose}>
      <div className="flex flex-col gap-3">{children}</div>
      {Boolean(error) && (
        <div className="mt-4">
          <Notice tone="warn">
            <p className="font-bold">{words(error).title}</p>
            {words(error).lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </Notice>
        </div>
      )}
      <div className="mt-6 flex flex-wrap justify-end gap-2">
        <Button kind="quiet" size="primary" onPress={onClose}>
          {t('stop')}
        </Button>
        <Button kind={kind} size="primary" busy={busy} onPress={onDo}>
          {verb}
        </Button>
      </div>
    </Dialog>
  )
}
