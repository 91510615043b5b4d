import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { shortName } from './area-names'
import { useTurningPages } from './useTurningPages'
import type { DisplayedFloor } from './useWall'

/** Family names by area, of those whom everyone may see; page after page where they are more than fit. */
export function WallPeople({ floor }: { floor: DisplayedFloor }) {
  const { t } = useTranslation('displays')
  const list = useRef<HTMLDivElement>(null)
  const areas = floor.areas.filter(({ people }) => people.length > 0)
  const { page, pages, measure } = useTurningPages(list)

  // How many columns the names need is the browser's to say, and it depends on who is there.
  useEffect(measure)

  return (
    <section className="wall-people-pages" aria-label={t('wall.people')}>
      <div ref={list} className="wall-people">
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
      </div>
      {pages > 1 && (
        <p className="wall-people-page">
          {page + 1} / {pages}
        </p>
      )}
    </section>
  )
}
