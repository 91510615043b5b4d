import { useTranslation } from 'react-i18next'
import { cityDay, cityTime } from '#/lib/city-time'
import { dayAndTime } from '#/lib/day-and-time'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { OfflineIcon } from '#/ui/icons'
import { Notice } from '#/ui/Notice'

interface StaleNoteProps {
  /** When the server's copy was written; null while it answers from the database. */
  copyWrittenAt: string | null
  /** When this browser received what it shows (milliseconds since 1970); null while the server answers. */
  keptAt: number | null
  onRetry: () => void
}

/** What is shown is not of now: from when it is, and what becomes of what is done meanwhile. */
export function StaleNote({ copyWrittenAt, keptAt, onRetry }: StaleNoteProps) {
  const { t } = useTranslation('roster')
  const language = useLanguage()
  const when = (instant: string) =>
    cityDay(instant) === cityDay(new Date()) ? cityTime(instant) : dayAndTime(instant, language)
  if (keptAt !== null) {
    return (
      <div className="mb-4">
        <Notice tone="warn" icon={<OfflineIcon size={20} className="mt-0.5" />}>
          <p>{t('stale.kept', { time: when(new Date(keptAt).toISOString()) })}</p>
          <Button size="small" className="mt-2" onPress={onRetry}>
            {t('stale.again')}
          </Button>
        </Notice>
      </div>
    )
  }
  if (copyWrittenAt === null) return null
  return (
    <div className="mb-4">
      <Notice tone="warn">{t('stale.copy', { time: when(copyWrittenAt) })}</Notice>
    </div>
  )
}
