import { useTranslation } from 'react-i18next'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { Figures } from '../Figures'
import { whole } from '../numbers'
import { byBureau, type FloorStackProps } from './stack'

/** The floors of a placement as a table, a line a section, with the way to choose its floor. */
export function StackTable({ floors, floorName, onSection }: FloorStackProps) {
  const { t } = useTranslation('planning')
  const language = useLanguage()
  return (
    <Figures
      label={t('stack.title')}
      columns={[
        { name: t('column.section') },
        { name: t('column.floor') },
        { name: t('column.bureau') },
        { name: t('column.needed'), number: true },
        { name: t('column.remarks') },
        ...(onSection ? [{ name: t('column.choose') }] : []),
      ]}
      rows={floors.flatMap((placed) =>
        byBureau(placed.sections).map((section) => ({
          key: section.department.id,
          cells: [
            section.department.name,
            placed.floor.name,
            section.department.bureau,
            whole(section.desks, language),
            [
              section.moved &&
                section.from_floor !== null &&
                t('stack.from', { floor: floorName(section.from_floor) }),
              section.counter && t('stack.counter'),
              section.fixed && t('stack.fixed'),
            ]
              .filter(Boolean)
              .join(t('separator')),
            ...(onSection
              ? [
                  <Button
                    key="choose"
                    kind="quiet"
                    size="small"
                    aria-label={t('pin.open', { name: section.department.name })}
                    onPress={() => onSection(section, placed)}
                  >
                    {t('pin.choose')}
                  </Button>,
                ]
              : []),
          ],
        })),
      )}
    />
  )
}
