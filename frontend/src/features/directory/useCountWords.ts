import { useTranslation } from 'react-i18next'
import { type Counts, DEEDS, SUBJECTS } from './shapes'

/** `職員: 追加 3人、異動 12人。所属: 変更 1件。`: what changes, in a line; empty where nothing does. */
export function useCountWords(): (counts: Counts) => string {
  const { t } = useTranslation('directory')
  return (counts) =>
    SUBJECTS.flatMap((subject) => {
      const parts = DEEDS.flatMap((did) => {
        const count = counts[`${subject}.${did}`] ?? 0
        return count > 0 ? [t('counts.part', { did: t(`did.${did}`), amount: amount(count, subject) })] : []
      })
      return parts.length > 0
        ? [t('counts.of', { subject: t(`subject.${subject}`), parts: parts.join(t('counts.comma')) })]
        : []
    })
      .join('')
      .trim()

  function amount(count: number, subject: (typeof SUBJECTS)[number]): string {
    return subject === 'person' ? t('people', { count }) : t('things', { count })
  }
}
