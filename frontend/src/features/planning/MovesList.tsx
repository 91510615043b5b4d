import { useTranslation } from 'react-i18next'
import { useLanguage } from '#/lib/useLanguage'
import { SectionHeading } from '#/ui/SectionHeading'
import { Figures } from './Figures'
import { whole } from './numbers'
import type { PlacementResult } from './shapes'

interface MovesListProps {
  result: PlacementResult
  floorName: (id: number) => string
}

/** Who moves from where to where. */
export function MovesList({ result, floorName }: MovesListProps) {
  const { t } = useTranslation('planning')
  const language = useLanguage()
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
          rows={moves.map(({ section, to }) => ({
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
    </section>
  )
}
