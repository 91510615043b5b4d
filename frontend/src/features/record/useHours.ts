import { useTranslation } from 'react-i18next'

/** Minutes as hours and minutes: 7時間45分; 7 h 45 min. */
export function useHours(): (minutes: number) => string {
  const { t } = useTranslation('record')
  return (minutes) => {
    const hours = Math.floor(minutes / 60)
    const rest = minutes % 60
    return rest === 0 ? t('hours', { hours }) : t('hoursAndMinutes', { hours, minutes: rest })
  }
}
