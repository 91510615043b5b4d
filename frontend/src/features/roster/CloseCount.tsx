import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '#/ui/TextField'
import { AskedDialog } from './AskedDialog'
import { useClosing } from './queries'

interface CloseCountProps {
  id: string
  /** How many nobody has marked. */
  unmarked: number
}

/** Ends a head count, after asking: it cannot be taken up again. */
export function CloseCount({ id, unmarked }: CloseCountProps) {
  const { t } = useTranslation('roster')
  const closing = useClosing(id)
  const [note, setNote] = useState('')
  return (
    <AskedDialog
      title={t('count.close')}
      primary={false}
      verb={t('count.closeDo')}
      act={closing}
      onMeant={(close) => closing.mutate(note, { onSuccess: close })}
    >
      {unmarked > 0 && <p className="font-bold">{t('count.closeUnmarked', { count: unmarked })}</p>}
      <p>{t('count.closeLead')}</p>
      <TextField
        className="mt-4"
        label={t('count.closeNote')}
        value={note}
        onChange={setNote}
        maxLength={1000}
      />
    </AskedDialog>
  )
}
