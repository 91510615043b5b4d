import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { dayNameWithYear, isDay } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { departmentsOptions } from './queries'
import type { Change } from './shapes'

export interface FieldWords {
  name: string
  before: string
  after: string
}

/** In the order in which they are read; what is not named here comes last. */
const ORDER = [
  'name',
  'department',
  'parent',
  'title',
  'employment',
  'kind',
  'manages',
  'concurrent',
  'number',
  'id',
]
/** The name stands beside them already, or says the same in two parts. */
const SAID_BY_THE_NAME: ReadonlySet<string> = new Set(['family_name', 'given_name'])
/** These stand in the line of whoever is new. */
const SAID_OF_WHAT_IS_NEW: ReadonlySet<string> = new Set([
  'code',
  'name',
  'number',
  'id',
  'uuid',
  'kana',
  'username',
])

/**
 * The fields of a change in the reader's words: names of departments for codes, words for classes. `coming` are the
 * names of departments that are not there yet, by code.
 */
export function useFieldWords(coming: ReadonlyMap<string, string>) {
  const { t } = useTranslation('directory')
  const language = useLanguage()
  const departments = useQuery(departmentsOptions()).data
  const department = (code: string) =>
    departments?.find((one) => one.code === code)?.name ?? coming.get(code) ?? code
  const value = (name: string, said: unknown, subject: Change['subject']): string => {
    if (Array.isArray(said)) return said.map((one) => value(name, one, subject)).join(t('comma'))
    if (typeof said === 'boolean') return t(said ? 'yes' : 'no')
    if (typeof said !== 'string') return ''
    if (name === 'department' || name === 'parent' || name === 'concurrent') return department(said)
    if (name === 'employment') return t(`employment.${said}` as 'employment.regular', { defaultValue: said })
    if (name === 'kind')
      return subject === 'post'
        ? t(`post.${said}` as 'post.main', { defaultValue: said })
        : t(`kind.${said}` as 'kind.section', { defaultValue: said })
    return isDay(said) ? dayNameWithYear(said, language) : said
  }
  const place = (name: string) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length)
  const fields = ({ fields: all, subject, did }: Change): FieldWords[] =>
    Object.entries(all)
      .filter(([name]) => !SAID_BY_THE_NAME.has(name) && !(did === 'added' && SAID_OF_WHAT_IS_NEW.has(name)))
      .filter(([, [, after]]) => did !== 'added' || after !== false)
      .sort(([one], [other]) => place(one) - place(other))
      .map(([name, [before, after]]) => ({
        name: t(`field.${name}` as 'field.name', { defaultValue: name }),
        before: value(name, before, subject),
        after: value(name, after, subject),
      }))
      .filter(({ before, after }) => before !== '' || after !== '')
  return { department, fields }
}
