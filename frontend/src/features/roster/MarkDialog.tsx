import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import { Dialog } from '#/ui/Dialog'
import { CheckIcon, SignOutIcon, WarningIcon } from '#/ui/icons'
import { TextField } from '#/ui/TextField'
import type { CountLine, Status } from './standing'

interface MarkDialogProps {
  line: CountLine
  onMark: (status: Status, note: string) => void
  onClose: () => void
}

const CHOICES = [
  { status: 'safe', word: 'count.chooseSafe', Icon: CheckIcon },
  { status: 'needs_help', word: 'count.chooseHelp', Icon: WarningIcon },
  { status: 'absent', word: 'count.chooseAbsent', Icon: SignOutIcon },
] as const

/** Every choice for one person, with a note. */
export function MarkDialog({ line, onMark, onClose }: MarkDialogProps) {
  const { t } = useTranslation('roster')
  const [note, setNote] = useState(line.mark?.note ?? '')
  return (
    <Dialog title={t('count.choose', { name: line.name })} open onClose={onClose}>
      <TextField label={t('count.note')} value={note} onChange={setNote} maxLength={200} autoComplete="off" />
      <div className="mt-4 flex flex-col gap-2">
        {CHOICES.map(({ status, word, Icon }) => (
          <Button
            key={status}
            size="big"
            className="whitespace-normal!"
            icon={<Icon />}
            onPress={() => onMark(status, note)}
          >
            {t(word)}
          </Button>
        ))}
        <Button kind="quiet" onPress={onClose}>
          {t('count.cancel')}
        </Button>
      </div>
    </Dialog>
  )
}
