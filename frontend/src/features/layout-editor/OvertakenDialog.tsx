import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LayoutDraft } from '#/api/layout-drafts'
import { useProblemWords } from '#/api/useProblemWords'
import { cityTime } from '#/lib/city-time'
import { Button } from '#/ui/Button'
import { Dialog } from '#/ui/Dialog'
import { Notice } from '#/ui/Notice'

interface OvertakenDialogProps {
  open: boolean
  by: LayoutDraft | null
  onReload: () => void
  onCopy: () => Promise<void>
}

/** Somebody else saved the draft meanwhile: who, and both ways on. Nothing drawn here is lost by closing it. */
export function OvertakenDialog({ open, by, onReload, onCopy }: OvertakenDialogProps) {
  const { t } = useTranslation('places')
  const words = useProblemWords()
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<unknown>(null)
  const copy = async () => {
    setBusy(true)
    setFailed(null)
    await onCopy().catch(setFailed)
    setBusy(false)
  }
  return (
    <Dialog title={t('editor.overtaken.title')} open={open}>
      <p>
        {by === null
          ? t('editor.overtaken.gone')
          : by.closed
            ? t('editor.overtaken.published')
            : t('editor.overtaken.by', { name: by.updated_by, time: cityTime(by.updated_at) })}
      </p>
      <p className="mt-2 text-sm text-quiet">{t('editor.overtaken.means')}</p>
      {failed !== null && (
        <div className="mt-3">
          <Notice tone="warn">{words(failed).title}</Notice>
        </div>
      )}
      <div className="mt-5 flex flex-wrap gap-3">
        <Button kind="primary" busy={busy} onPress={() => void copy()}>
          {t('editor.overtaken.copy')}
        </Button>
        <Button kind="quiet" onPress={onReload}>
          {t('editor.overtaken.reload')}
        </Button>
      </div>
    </Dialog>
  )
}
