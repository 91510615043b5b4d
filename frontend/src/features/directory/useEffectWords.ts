import { useTranslation } from 'react-i18next'
import { cityTime } from '#/lib/city-time'
import { dayName, dayNameWithYear, fiscalYear, isDay } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import type { Effect } from './shapes'

/** What follows for somebody, in a sentence. */
export function useEffectWords() {
  const { t } = useTranslation('directory')
  const language = useLanguage()
  const text = (fact: unknown) => (typeof fact === 'string' || typeof fact === 'number' ? String(fact) : '')
  const day = (fact: unknown) => (isDay(fact) ? dayName(fact, language) : text(fact))
  const time = (fact: unknown) =>
    typeof fact === 'string' && fact.includes('T') ? cityTime(fact) : text(fact)
  const kind = (one: string) => t(`effect.${one}.name` as 'effect.booking.name', { defaultValue: one })
  const because = ({ facts }: Effect) =>
    typeof facts.because === 'string'
      ? t(`because.${facts.because}` as 'because.left', { defaultValue: '' })
      : ''
  const sentence = ({ kind: of, facts }: Effect) => {
    const year = Number(facts.fiscal_year)
    const form = facts.what === 'registration' ? `${of}.registration` : `${of}.what`
    return t(`effect.${form}` as 'effect.booking.what', {
      defaultValue: t('effect.other.what'),
      day: day(facts.day),
      start: time(facts.start),
      end: time(facts.end),
      desk: text(facts.desk_code),
      until: isDay(facts.until) ? dayNameWithYear(facts.until, language) : '',
      dates: text(facts.dates),
      amount: text(facts.count),
      delegate: text(facts.delegate_name),
      name: text(facts.name),
      year: Number.isFinite(year) ? fiscalYear(`${year}-04-01`, language) : '',
    })
  }
  return { kind, because, sentence }
}
