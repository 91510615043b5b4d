import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { Button } from '#/ui/Button'
import { Dialog } from '#/ui/Dialog'
import { Notice } from '#/ui/Notice'

interface AskedDialogProps {
  title: string
  /** The button that opens it has the weight of the act. */
  primary: boolean
  /** What is done when it is meant. */
  verb: string
  act: { isPending: boolean; isError: boolean; error: unknown }
  /** Does it; call `close` where the page stays. */
  onMeant: (close: () => void) => void
  children: ReactNode
}

/** A button that asks first, in a window of its own; a failure is said there and keeps what was chosen. */
export function AskedDialog({ title, primary, verb, act, onMeant, children }: AskedDialogProps) {
  const { t } = useTranslation('roster')
  const words = useProblemWords()
  const [asking, setAsking] = useState(false)
  const close = () => setAsking(false)
  return (
    <>
      <Button kind={primary ? 'primary' : 'secondary'} size="primary" onPress={() => setAsking(true)}>
        {title}
      </Button>
      <Dialog title={title} open={asking} onClose={close}>
        {children}
        {act.isError && (
          <div className="mt-4">
            <Notice tone="warn">{words(act.error).title}</Notice>
          </div>
        )}
        <div className="mt-6 flex flex-wrap gap-2">
          <Button kind="primary" size="primary" busy={act.isPending} onPress={() => onMeant(close)}>
            {verb}
          </Button>
          <Button size="primary" onPress={close}>
            {t('count.cancel')}
          </Button>
        </div>
      </Dialog>
    </>
  )
}
