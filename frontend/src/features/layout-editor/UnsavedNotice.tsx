import { useTranslation } from 'react-i18next'
import { cityDay, cityTime } from '#/lib/city-time'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { Notice } from '#/ui/Notice'
import type { KeptWork } from './kept-work'

interface UnsavedNoticeProps {
  kept: KeptWork
  onUse: () => void
  onDrop: () => void
}

/** Work of an earlier time that this machine kept because it could not be saved. */
export function UnsavedNotice({ kept, onUse, onDrop }: UnsavedNoticeProps) {
  const { t } = useTranslation('places')
  const language = useLanguage()
  const when = `${dayName(cityDay(kept.at), language)} ${cityTime(kept.at)}`
  return (
    <Notice tone="warn">
      <p>{t('editor.unsaved.words', { when })}</p>
      <div className="mt-2 flex flex-wrap gap-3">
        <Button size="small" onPress={onUse}>
          {t('editor.unsaved.use')}
        </Button>
        <Button size="small" kind="quiet" onPress={onDrop}>
          {t('editor.unsaved.drop')}
        </Button>
      </div>
    </Notice>
  )
}
