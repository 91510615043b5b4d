import { useTranslation } from 'react-i18next'
import { cityTime } from '#/lib/city-time'
import { CheckIcon, WarningIcon } from '#/ui/icons'
import type { Saving } from './useDraftSaving'

/** Whether what is drawn is saved. */
export function SavingNote({ saving }: { saving: Saving }) {
  const { t } = useTranslation('places')
  const failed = saving.kind === 'failed' || saving.kind === 'overtaken'
  return (
    <p
      role="status"
      className={`flex items-center gap-1.5 text-sm ${failed ? 'text-warn-text' : 'text-quiet'}`}
    >
      {saving.kind === 'saved' && <CheckIcon size={18} />}
      {failed && <WarningIcon size={18} />}
      {saving.kind === 'saved'
        ? t('editor.saving.saved', { time: cityTime(saving.at) })
        : t(`editor.saving.${saving.kind}`)}
    </p>
  )
}
