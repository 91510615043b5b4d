import { useTranslation } from 'react-i18next'
import { shortName } from './area-names'
import type { DisplayedFloor } from './useWall'

/** Family names by area, of those whom everyone may see. */
export function WallPeople({ floor }: { floor: DisplayedFloor }) {
  const { t } = useTranslation('displays')
  const areas = floor.areas.filter(({ people }) => people.length > 0)
  return (
    <section className="wall-people" aria-label={t('wall.people')}>
      {areas.map((area) => (
        <div key={area.id}>
          <h2>{shortName(area.name, floor.floor_name)}</h2>
          <ul>
            {area.people.map((person) => (
              <li key={person.desk_code}>
                <span>{person.name}</span>
                <span>{person.desk_code}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
