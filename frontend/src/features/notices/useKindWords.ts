import { useTranslation } from 'react-i18next'
import { useLanguage } from '#/lib/useLanguage'
import { factsInWords, type Notice } from './said'

/** What a notice says, in the reader's language; `act` is null where there is nothing to do. */
export function useKindWords({ kind, facts }: Notice): { title: string; says: string; act: string | null } {
  const { t, i18n } = useTranslation('notices')
  const language = useLanguage()
  // The server names the kinds; a test beside its table proves that each has words here.
  const words = (key: string) => i18n.exists(`notices:kinds.${kind}.${key}`)
  const say = t as unknown as (key: string, facts?: Record<string, string>) => string
  if (!words('title')) return { title: t('unknown'), says: '', act: null }
  const lists = {
    between: t('listed.between'),
    more: (shown: string, rest: number) => t('listed.more', { shown, rest }),
  }
  return {
    title: say(`kinds.${kind}.title`),
    says: say(`kinds.${kind}.says`, factsInWords(facts, language, lists)),
    act: words('act') ? say(`kinds.${kind}.act`) : null,
  }
}
