import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { Button } from '#/ui/Button'
import { Dialog } from '#/ui/Dialog'
import { Notice } from '#/ui/Notice'

export interface Change {
  label: string
  before: string
  after: string
}

interface SaveDialogProps {
  open: boolean
  changes: readonly Change[]
  busy: boolean
  error: unknown
  onClose: () => void
  onSave: () => void
}

/** What saving will change, before it is saved. */
export function SaveDialog({ open, changes, busy, error, onClose, onSave }: SaveDialogProps) {
  const { t } = useTranslation('sectionRules')
  const words = useProblemWords()
  const problem = error ? words(error) : null
  return (
    <Dialog title={t('save.title')} open={open} onClose={onClose}>
      <ul className="flex flex-col gap-3">
        {changes.map(({ label, before, after }) => (
          <li key={label}>
            <p className="font-bold">{label}</p>
            <p className="text-sm text-quiet">{t('save.before', { says: before })}</p>
            <p>{t('save.after', { says: after })}</p>
          </li>
        ))}
      </ul>
      <p className="mt-4 text-sm text-quiet">{t('save.means')}</p>
      {problem && (
        <div className="mt-4">
          <Notice tone="warn">
            <p className="font-bold">{problem.title}</p>
            {problem.lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </Notice>
        </div>
      )}
      <div className="mt-6 flex flex-wrap justify-end gap-3">
        <Button onPress={onClose}>{t('save.back')}</Button>
        <Button kind="primary" busy={busy} onPress={onSave}>
          {t('save.do')}
        </Button>
      </div>
    </Dialog>
  )
}
