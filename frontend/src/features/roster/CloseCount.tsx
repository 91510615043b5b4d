import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { Button } from '#/ui/Button'
import { Dialog } from '#/ui/Dialog'
import { Notice } from '#/ui/Notice'
import { TextField } from '#/ui/TextField'
import { useClosing } from './queries'

interface CloseCountProps {
  id: string
  /** How many nobody has marked. */
  unmarked: number
}

/** Ends a head count, after asking: it cannot be taken up again. */
export function CloseCount({ id, unmarked }: CloseCountProps) {
  const { t } = useTranslation('roster')
  const words = useProblemWords()
  const closing = useClosing(id)
  const [asking, setAsking] = useState(false)
  const [note, setNote] = useState('')
  return (
    <>
      <Button size="primary" onPress={() => setAsking(true)}>
        {t('count.close')}
      </Button>
      <Dialog title={t('count.close')} open={asking} onClose={() => setAsking(false)}>
        {unmarked > 0 && <p className="font-bold">{t('count.closeUnmarked', { count: unmarked })}</p>}
        <p>{t('count.closeLead')}</p>
        <TextField
          className="mt-4"
          label={t('count.closeNote')}
          value={note}
          onChange={setNote}
          maxLength={1000}
        />
        {closing.isError && (
          <div className="mt-4">
            <Notice tone="warn">{words(closing.error).title}</Notice>
          </div>
        )}
        <div className="mt-6 flex flex-wrap gap-2">
          <Button
            kind="primary"
            size="primary"
            busy={closing.isPending}
            onPress={() => closing.mutate(note, { onSuccess: () => setAsking(false) })}
          >
            {t('count.closeDo')}
          </Button>
          <Button size="primary" onPress={() => setAsking(false)}>
            {t('count.cancel')}
          </Button>
        </div>
      </Dialog>
    </>
  )
}
