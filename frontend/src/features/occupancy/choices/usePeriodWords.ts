import { useTranslation } from 'react-i18next'
import { dateOf, monthName, yearOf } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import type { Period } from './periods'

/** `2026年9月28日–11月20日` or `28 Sep – 20 Nov 2026`: the year once where both days have the same. */
export function usePeriodWords(): (period: Period) => string {
  const { t } = useTranslation('occupancy')
  const language = useLanguage()
  const word = (day: string, year: boolean) =>
    language === 'ja'
      ? `${year ? `${yearOf(day)}年` : ''}${monthName(day, language)}${dateOf(day)}日`
      : `${dateOf(day)} ${monthName(day, language)}${year ? ` ${yearOf(day)}` : ''}`
  return ({ from, to }) => {
    const oneYear = yearOf(from) === yearOf(to)
    return t('period.range', {
      from: word(from, !oneYear || language === 'ja'),
      to: word(to, !oneYear || language === 'en'),
    })
  }
}
