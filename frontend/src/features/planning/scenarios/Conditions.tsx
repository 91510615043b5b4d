import { useTranslation } from 'react-i18next'
import { dayNameWithYear } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { SectionHeading } from '#/ui/SectionHeading'
import { decimal, shortPercent, signedPercent, whole } from '../numbers'
import type { Scenario } from '../shapes'
import { useDepartmentNames } from './DepartmentAdd'

/** What was supposed and what it stood on, in words: whoever reads the answer can judge it. */
export function Conditions({ scenario }: { scenario: Scenario }) {
  const { t } = useTranslation('planning')
  const language = useLanguage()
  const department = useDepartmentNames()
  const { supposed, answer } = scenario
  const { history, rates } = supposed
  const lines: [string, string][] = [
    [t('form.basis'), t(supposed.basis === 'history' ? 'form.history' : 'form.rates')],
  ]
  if (history) {
    lines.push([
      t('form.period'),
      t('fromTo', {
        from: dayNameWithYear(history.from, language),
        to: dayNameWithYear(history.to, language),
      }),
    ])
    lines.push([t('form.source'), t(`source.${history.source}`)])
    lines.push([
      t('form.whose'),
      supposed.departments == null
        ? t('form.everybody')
        : supposed.departments.map(department).join(t('separator')),
    ])
  }
  if (rates) {
    lines.push([
      t('form.groups'),
      rates.groups
        .map(({ people, rate }) =>
          t('groupSaid', {
            people: whole(people, language),
            rate: shortPercent(rate, language),
          }),
        )
        .join(t('separator')),
    ])
    lines.push([t('form.together'), decimal(rates.correlation, language)])
  }
  lines.push([t('conditions.growth'), signedPercent(supposed.growth, language)])
  const some = Object.entries(supposed.growth_by_department ?? {})
  if (some.length > 0) {
    lines.push([
      t('form.growthBy'),
      some
        .map(([id, share]) => `${department(Number(id))} ${signedPercent(share, language)}`)
        .join(t('separator')),
    ])
  }
  lines.push([t('conditions.attendance'), signedPercent(supposed.attendance, language)])
  lines.push([t('form.percentile'), shortPercent(supposed.percentile, language)])
  lines.push([
    t('conditions.desks'),
    supposed.desks == null ? t('conditions.desksNow') : whole(supposed.desks, language),
  ])
  if (supposed.basis === 'history') {
    const own = supposed.cannot_share?.departments
    lines.push([
      t('form.ownDesks'),
      own
        ? Object.entries(own)
            .map(([id, people]) => `${department(Number(id))} ${whole(people, language)}`)
            .join(t('separator'))
        : t('form.ownDesksKnown'),
    ])
  }
  if (answer) {
    lines.push([t('conditions.method'), t(`method.${answer.method}`)])
    if (answer.basis.draws > 0) lines.push([t('form.draws'), whole(answer.basis.draws, language)])
    if (answer.basis.facts_version !== null) {
      lines.push([t('conditions.facts'), String(answer.basis.facts_version)])
    }
  }
  return (
    <section aria-labelledby="conditions" className="flex flex-col gap-3">
      <SectionHeading id="conditions">{t('conditions.title')}</SectionHeading>
      <dl className="m-0 max-w-200 border-b border-hair">
        {lines.map(([term, value]) => (
          <div
            key={term}
            className="grid grid-cols-1 gap-x-4 border-t border-hair py-2.5 sm:grid-cols-[minmax(9.5rem,34%)_1fr]"
          >
            <dt className="text-sm text-quiet">{term}</dt>
            <dd className="m-0 tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
