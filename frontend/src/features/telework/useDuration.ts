import { useTranslation } from 'react-i18next'

/** Minutes as people say them: 7時間45分, 45分; 7 h 45 min. */
export function useDuration(): (minutes: number) => string {
  const { t } = useTranslation('telework')
  return (minutes) => {
    const hours = Math.floor(minutes / 60)
    const rest = minutes % 60
    if (hours === 0) return t('duration.minutes', { minutes: rest })
    return rest === 0 ? t('duration.hours', { hours }) : t('duration.both', { hours, minutes: rest })
  }
}
