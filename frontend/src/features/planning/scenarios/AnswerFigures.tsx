import { useTranslation } from 'react-i18next'
import { useLanguage } from '#/lib/useLanguage'
import { Defined } from '../Defined'
import {
  decimal,
  finely,
  percent,
  range,
  seldom,
  shortPercent,
  signedPercent,
  someDays,
  whole,
} from '../numbers'
import { type Answer, planned, type Scenario } from '../shapes'
import { WeekdayNeeds } from './WeekdayNeeds'

/** What a scenario came to, a line each, every word with its definition. */
export function AnswerFigures({ scenario, answer }: { scenario: Scenario; answer: Answer }) {
  const { t } = useTranslation('planning')
  const language = useLanguage()
  const { supposed } = scenario
  const { basis, short } = answer
  const { needed } = planned(scenario, answer)
  const { people } = basis
  const perHundred = (desks: number) => (people ? decimal((desks / people) * 100, language) : '–')
  const percentiles = Object.keys(answer.needed).sort((one, other) => Number(one) - Number(other))
  return (
    <dl className="m-0 border-b border-hair">
      {basis.attendance_rate != null && (
        <Defined
          term={t(supposed.basis === 'rates' ? 'figure.rateStated' : 'figure.rateKnown')}
          meaning={t(supposed.basis === 'rates' ? 'meaning.rateStated' : 'meaning.rateKnown')}
        >
          {percent(basis.attendance_rate, language)}
          {supposed.attendance !== 0 &&
            t('brackets', {
              what: t('attendanceChanged', { by: signedPercent(supposed.attendance, language) }),
            })}
        </Defined>
      )}
      <Defined term={t('figure.growth')} meaning={t('meaning.growth')}>
        {t('people', { count: Math.round(people), people: whole(people, language) })}
        {t('brackets', { what: growthWords() })}
      </Defined>
      <Defined term={t('figure.percentiles')} meaning={t('meaning.percentiles')}>
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {percentiles.map((key) => (
            <li key={key} className="inline-flex items-baseline gap-1.5 whitespace-nowrap">
              <span className="text-sm">{shortPercent(Number(key), language)}</span>
              <span className={Number(key) === supposed.percentile ? 'font-bold' : ''}>
                {t('desks', {
                  count: answer.needed[key] ?? 0,
                  desks: whole(answer.needed[key] ?? 0, language),
                })}
              </span>
            </li>
          ))}
        </ul>
      </Defined>
      <Defined term={t('figure.perHundred')} meaning={t('meaning.perHundred')}>
        {t('perHundred', { needed: perHundred(needed), now: perHundred(answer.desks) })}
      </Defined>
      <Defined term={t('figure.perDesk')} meaning={t('meaning.perDesk')}>
        {people && needed
          ? t('perDesk', {
              needed: decimal(people / needed, language, 2),
              now: answer.desks ? decimal(people / answer.desks, language, 2) : '–',
            })
          : '–'}
      </Defined>
      <Defined term={t('figure.daysShort')} meaning={t('meaning.daysShort')}>
        <b>
          {t('daysShort', {
            days: t('days', { count: someDays(short.days_a_year) }),
            of: t('workingDays', { count: basis.working_days_a_year }),
          })}
        </b>
        {short.interval && (
          <span className="ms-2 text-sm whitespace-nowrap text-quiet">
            {t('interval', { range: range(short.interval, language) })}
          </span>
        )}
      </Defined>
      <Defined term={t('figure.peopleShort')} meaning={t('meaning.peopleShort')}>
        {t('peopleShort', {
          probability: seldom(short.probability, language),
          people: finely(short.people, language),
        })}
      </Defined>
      {answer.target && (
        <Defined
          term={t('figure.target', { days: t('days', { count: answer.target.days_a_year }) })}
          meaning={t('meaning.target')}
        >
          {t('desks', { count: answer.target.needed, desks: whole(answer.target.needed, language) })}
        </Defined>
      )}
      {supposed.floor_people != null && (
        <Defined term={t('figure.telework')} meaning={t('meaning.telework')}>
          {t(short.when_telework_is_off > 0 ? 'teleworkShort' : 'teleworkFine', {
            count: short.when_telework_is_off,
            people: whole(short.when_telework_is_off, language),
          })}
        </Defined>
      )}
      {answer.by_weekday.length > 0 && (
        <Defined term={t('figure.weekdays')} meaning={t('meaning.weekdays')}>
          <WeekdayNeeds answer={answer} />
        </Defined>
      )}
    </dl>
  )

  function growthWords(): string {
    const some = Object.keys(supposed.growth_by_department ?? {}).length > 0
    if (supposed.growth === 0 && !some) return t('growth.none')
    const all = supposed.growth === 0 ? null : signedPercent(supposed.growth, language)
    return [all, some && t('growth.some')].filter(Boolean).join(t('separator'))
  }
}
