import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { SectionHeading } from '#/ui/SectionHeading'
import { Figures } from '../Figures'
import { decimal, range, shortPercent, whole } from '../numbers'
import type { Answer } from '../shapes'

const AT_FIRST = 12

/** What each section needs by itself, most first; sections of few people are told of only by their number. */
export function SectionNeeds({ answer }: { answer: Answer }) {
  const { t } = useTranslation('planning')
  const language = useLanguage()
  const [all, setAll] = useState(false)
  const { by_department, basis } = answer
  if (by_department.length === 0 && basis.withheld === 0) return null
  const sorted = [...by_department].sort((one, other) => other.needed - one.needed)
  const shown = all ? sorted : sorted.slice(0, AT_FIRST)
  const sum = sorted.reduce((total, { needed }) => total + needed, 0)
  return (
    <section aria-labelledby="section-needs" className="flex flex-col gap-3">
      <SectionHeading
        id="section-needs"
        note={t('sections.note', { percentile: shortPercent(answer.percentile, language) })}
      >
        {t('sections.title')}
      </SectionHeading>
      <p className="max-w-[44em] text-sm text-quiet">
        {t('sections.sum', { sum: whole(sum, language), count: sorted.length })}
        {basis.withheld > 0 && t('sections.withheld', { count: basis.withheld })}
      </p>
      <Figures
        label={t('sections.title')}
        columns={[
          { name: t('column.section') },
          { name: t('column.needed'), number: true },
          { name: t('column.interval'), number: true },
          { name: t('column.onRoll'), number: true },
          { name: t('column.presence'), number: true },
          { name: t('column.perHundred'), number: true },
        ]}
        rows={shown.map(({ department, needed, interval, on_roll, presence_mean }) => ({
          key: department.id,
          cells: [
            department.name,
            <b key="needed">{whole(needed, language)}</b>,
            range(interval, language),
            decimal(on_roll, language),
            decimal(presence_mean, language),
            on_roll > 0 ? decimal((needed / on_roll) * 100, language) : '–',
          ],
        }))}
      />
      {sorted.length > shown.length && (
        <div className="print:hidden">
          <Button onPress={() => setAll(true)}>{t('sections.all', { count: sorted.length })}</Button>
        </div>
      )}
    </section>
  )
}
