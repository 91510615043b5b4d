import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { SectionHeading } from '#/ui/SectionHeading'
import { Figures } from '../Figures'
import { whole } from '../numbers'
import type { PlacementResult } from '../shapes'

const AT_FIRST = 12

interface MovesListProps {
  result: PlacementResult
  floorName: (id: number) => string
}

/** Who moves from where to where. */
export function MovesList({ result, floorName }: MovesListProps) {
  const { t } = useTranslation('planning')
  const language = useLanguage()
  const [all, setAll] = useState(false)
  const moves = result.floors.flatMap(({ floor, sections }) =>
    sections.filter(({ moved }) => moved).map((section) => ({ section, to: floor })),
  )
  return (
    <section aria-labelledby="moves" className="flex flex-col gap-3">
      <SectionHeading id="moves" note={moves.length > 0 && t('moves.count', { count: moves.length })}>
        {t('moves.title')}
      </SectionHeading>
      {moves.length === 0 ? (
        <p>{t('moves.none')}</p>
      ) : (
        <Figures
          label={t('moves.title')}
          columns={[
            { name: t('column.section') },
            { name: t('moves.from') },
            { name: t('moves.to') },
            { name: t('column.needed'), number: true },
          ]}
          rows={(all ? moves : moves.slice(0, AT_FIRST)).map(({ section, to }) => ({
            key: section.department.id,
            cells: [
              section.department.name,
              section.from_floor === null ? '–' : floorName(section.from_floor),
              to.name,
              whole(section.desks, language),
            ],
          }))}
        />
      )}
      {!all && moves.length > AT_FIRST && (
        <div className="print:hidden">
          <Button onPress={() => setAll(true)}>{t('moves.all', { count: moves.length })}</Button>
        </div>
      )}
    </section>
  )
}
