import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import { PeopleIcon } from '#/ui/icons'
import { Notice } from '#/ui/Notice'
import { sectionOptions } from './queries'
import { sectionFloors } from './section-floors'

interface SectionOnMapProps {
  section: number
  day: string
  /** The floor looked at. */
  floor: number | null
  onFloor: (floor: number) => void
  onStop: () => void
}

/** Above the plan: whose desks are ringed, how many of them here, and the other floors they sit on. */
export function SectionOnMap({ section, day, floor, onFloor, onStop }: SectionOnMapProps) {
  const { t } = useTranslation('people')
  const found = useQuery(sectionOptions(section, day)).data
  if (!found) return null
  const { floors } = sectionFloors(found)
  const here = floors.find((one) => one.id === floor)?.people.length ?? 0
  return (
    <div className="mt-3">
      <Notice icon={<PeopleIcon size={20} className="mt-0.5" />}>
        <p role="status">{t('section.ringed', { department: found.department.name, count: here })}</p>
        <div className="flex flex-wrap gap-x-4">
          {floors
            .filter((one) => one.id !== floor)
            .map((one) => (
              <Button key={one.id} kind="link" onPress={() => onFloor(one.id)}>
                {t('section.otherFloor', { floor: one.name, count: one.people.length })}
              </Button>
            ))}
          <Button kind="link" onPress={onStop}>
            {t('section.stop')}
          </Button>
        </div>
      </Notice>
    </div>
  )
}
