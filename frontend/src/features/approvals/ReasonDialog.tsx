import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { Button } from '#/ui/Button'
import { Dialog } from '#/ui/Dialog'
import { Notice } from '#/ui/Notice'
import { TextArea } from '#/ui/TextArea'
import type { Deed } from './shapes'

/** What asks for words before it is done. */
export type WithWords = Extract<Deed, 'return' | 'reject' | 'revoke' | 'send_back'>

interface ReasonDialogProps {
  deed: WithWords | null
  /** Whose it is, or how many. */
  what: string
  busy: boolean
  error: unknown
  /** What was typed stays with whoever asks, also while the window is closed. */
  typed: string
  onType: (typed: string) => void
  onClose: () => void
  onSubmit: (comment: string) => void
}

const MOST = 400

/** Asks for the comment or the reason, which is told to the person. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { deed, what, busy, error, typed, onType, onClose, onSubmit } = props
  const { t } = useTranslation('approvals')
  const words = useProblemWords()
  const [tried, setTried] = useState(false)
  if (deed === null) return null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (typed.trim()) onSubmit(typed.trim())
  }
  return (
    <Dialog title={t(`ask.${deed}.title`, { what })} open onClose={onClose}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <p className="text-sm">{t(`ask.${deed}.lead`)}</p>
        <TextArea
          label={t(`ask.${deed}.label`)}
          value={typed}
          onChange={onType}
          maxLength={MOST}
          autoFocus
          error={tried && !typed.trim() ? t('ask.missing') : null}
        />
        {error !== null && (
          <Notice tone="warn">
            <p className="font-bold">{words(error).title}</p>
          </Notice>
        )}
        <div className="flex flex-wrap justify-end gap-2">
          <Button kind="quiet" onPress={onClose}>
            {t('ask.stop')}
          </Button>
          <Button
            type="submit"
            kind={deed === 'return' || deed === 'send_back' ? 'primary' : 'destructive'}
            busy={busy}
          >
            {t(`ask.${deed}.do`)}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
