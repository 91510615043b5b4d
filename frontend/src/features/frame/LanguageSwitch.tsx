import { useTranslation } from 'react-i18next'
import type { Language } from '#/lib/i18n'
import { useLanguage } from '#/lib/useLanguage'
import { GlobeIcon } from '#/ui/icons'
import { VisuallyHidden } from '#/ui/VisuallyHidden'

/** 日本語 / English: one press speaks the other; the one spoken now is bold. */
export function LanguageSwitch({ onChange }: { onChange: (language: Language) => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <button
      type="button"
      onClick={() => onChange(language === 'ja' ? 'en' : 'ja')}
      className="inline-flex min-h-11 items-center gap-2 rounded-8 px-2 text-sm whitespace-nowrap hover:bg-solid-gray-50"
    >
      <GlobeIcon size={22} />
      <VisuallyHidden>{t('language.switch')} </VisuallyHidden>
      <span>
        <span lang="ja" className={language === 'ja' ? 'font-bold' : 'text-quiet'}>
          {t('language.ja')}
        </span>
        {' / '}
        <span lang="en" className={language === 'en' ? 'font-bold' : 'text-quiet'}>
          {t('language.en')}
        </span>
      </span>
    </button>
  )
}
