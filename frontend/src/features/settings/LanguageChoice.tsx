import { useTranslation } from 'react-i18next'
import { useChangeMe } from '#/api/me'
import { useProblemWords } from '#/api/useProblemWords'
import { useLanguage } from '#/lib/useLanguage'
import { SegmentedControl } from '#/ui/SegmentedControl'
import { showToast } from '#/ui/toasts'

/** 日本語 or English, for screens and notices. */
export function LanguageChoice() {
  const { t } = useTranslation('people')
  const { t: everyday } = useTranslation()
  const language = useLanguage()
  const change = useChangeMe()
  const words = useProblemWords()
  return (
    <SegmentedControl
      label={t('settings.language')}
      value={language}
      segments={[
        { value: 'ja', label: <span lang="ja">{everyday('language.ja')}</span> },
        { value: 'en', label: <span lang="en">{everyday('language.en')}</span> },
      ]}
      onChange={(chosen) =>
        change.mutate(
          { language: chosen },
          { onError: (error) => showToast({ tone: 'failed', words: words(error).title }) },
        )
      }
      className="self-start"
    />
  )
}
