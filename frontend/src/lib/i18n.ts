import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type access from '../locales/ja/access.json'
import type approvals from '../locales/ja/approvals.json'
import type calendar from '../locales/ja/calendar.json'
import type calendarHealth from '../locales/ja/calendarHealth.json'
import type closingDays from '../locales/ja/closingDays.json'
import type counting from '../locales/ja/counting.json'
import type directory from '../locales/ja/directory.json'
import type displays from '../locales/ja/displays.json'
import type everyday from '../locales/ja/everyday.json'
import type gateLog from '../locales/ja/gateLog.json'
import type notices from '../locales/ja/notices.json'
import type occupancy from '../locales/ja/occupancy.json'
import type people from '../locales/ja/people.json'
import type places from '../locales/ja/places.json'
import type plan from '../locales/ja/plan.json'
import type planning from '../locales/ja/planning.json'
import type record from '../locales/ja/record.json'
import type refusals from '../locales/ja/refusals.json'
import type registration from '../locales/ja/registration.json'
import type roster from '../locales/ja/roster.json'
import type rules from '../locales/ja/rules.json'
import type seating from '../locales/ja/seating.json'
import type section from '../locales/ja/section.json'
import type sectionRules from '../locales/ja/sectionRules.json'
import type series from '../locales/ja/series.json'
import type telework from '../locales/ja/telework.json'
import type waitlists from '../locales/ja/waitlists.json'
import type webhooks from '../locales/ja/webhooks.json'

export type Language = 'ja' | 'en'

/** The books of words: `everyday` for what is on most screens, the others for those who open their screen. */
interface Books {
  everyday: typeof everyday
  access: typeof access
  approvals: typeof approvals
  calendar: typeof calendar
  calendarHealth: typeof calendarHealth
  closingDays: typeof closingDays
  counting: typeof counting
  directory: typeof directory
  displays: typeof displays
  gateLog: typeof gateLog
  notices: typeof notices
  occupancy: typeof occupancy
  people: typeof people
  places: typeof places
  plan: typeof plan
  planning: typeof planning
  record: typeof record
  refusals: typeof refusals
  registration: typeof registration
  roster: typeof roster
  rules: typeof rules
  seating: typeof seating
  section: typeof section
  sectionRules: typeof sectionRules
  series: typeof series
  telework: typeof telework
  waitlists: typeof waitlists
  webhooks: typeof webhooks
}
export type Book = keyof Books

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'everyday'
    resources: Books
  }
}

const KEPT = 'kyoseki.language'
const pages = import.meta.glob<Record<string, unknown>>('../locales/*/*.json', { import: 'default' })
const opened = new Set<Book>(['everyday'])

/** The language last chosen on this machine, Japanese before any choice. */
export function keptLanguage(): Language {
  return window.localStorage.getItem(KEPT) === 'en' ? 'en' : 'ja'
}

/** Load the words of `language` in every book opened so far and speak it: the page's `lang`, and every component. */
export async function speak(language: Language): Promise<void> {
  if (!i18next.isInitialized) {
    await i18next.use(initReactI18next).init({
      lng: language,
      resources: {},
      defaultNS: 'everyday',
      fallbackNS: 'everyday',
      interpolation: { escapeValue: false },
      react: { useSuspense: false, bindI18nStore: 'added' },
    })
  }
  await Promise.all([...opened].map((book) => read(language, book)))
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
  window.localStorage.setItem(KEPT, language)
}

/** Have the words of `books` at hand, now and in any language spoken later; a route awaits it before its screen. */
export async function openBooks(...books: Book[]): Promise<void> {
  for (const book of books) opened.add(book)
  const language = i18next.language === 'en' ? 'en' : 'ja'
  await Promise.all(books.map((book) => read(language, book)))
}

async function read(language: Language, book: Book): Promise<void> {
  if (i18next.hasResourceBundle(language, book)) return
  const page = pages[`../locales/${language}/${book}.json`]
  if (!page) throw new Error(`no words for ${book} in ${language}`)
  i18next.addResourceBundle(language, book, await page())
}
