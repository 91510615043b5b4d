import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type words from '../locales/ja.json'

export type Language = 'ja' | 'en'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof words }
  }
}

const KEPT = 'kyoseki.language'
const load = { ja: () => import('../locales/ja.json'), en: () => import('../locales/en.json') }

/** The language last chosen on this machine, Japanese before any choice. */
export function keptLanguage(): Language {
  return window.localStorage.getItem(KEPT) === 'en' ? 'en' : 'ja'
}

/** Load the words of `language` and speak it: the page's `lang`, and every component. */
export async function speak(language: Language): Promise<void> {
  if (!i18next.isInitialized) {
    await i18next.use(initReactI18next).init({
      lng: language,
      resources: {},
      interpolation: { escapeValue: false },
      react: { useSuspense: false },
    })
  }
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', (await load[language]()).default)
  }
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
  window.localStorage.setItem(KEPT, language)
}
