import { useTranslation } from 'react-i18next'
import { dayName, yearOf } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { percent } from '../numbers'
import type { Answer } from '../shapes'

/** What an answer stood on, in a sentence: source, days, coverage. */
export function useStoodWords(): (answer: Answer) => string {
  const { t } = useTranslation('planning')
  const language = useLanguage()
  return ({ basis, method }) => {
    const { source, from, to, days, coverage } = basis
    if (!source || !from || !to) return t(method === 'simulation' ? 'stood.simulated' : 'stood.exact')
    const said = t('stood.history', {
      source: t(`source.${source}`),
      from: named(from, true),
      to: named(to, yearOf(from) !== yearOf(to)),
      days: t('workingDays', { count: days }),
    })
    return coverage.share === null
      ? said
      : said + t('stood.coverage', { share: percent(coverage.share, language) })
  }

  function named(day: string, withYear: boolean): string {
    const plain = language === 'ja' ? dayName(day, language).replace(/\(.\)$/u, '') : dayName(day, language)
    if (!withYear) return plain
    return language === 'ja' ? `${yearOf(day)}年${plain}` : `${plain} ${yearOf(day)}`
  }
}
