import { type CSSProperties, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { cityTime } from '#/lib/city-time'
import { shortName } from './area-names'
import { Both } from './Both'
import { type DisplayedFloor, useWall } from './useWall'
import { WallMap } from './WallMap'
import { WallPeople } from './WallPeople'
import './wall.css'

/** A floor on a wall screen: how many desks are free now, by area, and where. It looks after itself. */
export function Wall({ token }: { token: string }) {
  const { t } = useTranslation('displays')
  const { floor, over, stale } = useWall(token)
  const name = floor?.floor_name

  // Synchronises the window's title, which lives outside React.
  useEffect(() => {
    document.title = name ? t('wall.page', { floor: name }) : t('title')
  }, [name, t])

  if (over) {
    return (
      <main className="wall-message" lang="ja">
        <h1>
          <Both ja={t('wall.over')} en={t('wall.overEn')} />
        </h1>
        <Both ja={t('wall.overLead')} en={t('wall.overLeadEn')} />
      </main>
    )
  }
  if (!floor) {
    return (
      <main className="wall-message" lang="ja" role="status">
        <h1>
          {stale ? (
            <Both ja={t('wall.stale')} en={t('wall.staleEn')} />
          ) : (
            <Both ja={t('wall.waiting')} en={t('wall.waitingEn')} />
          )}
        </h1>
      </main>
    )
  }
  return (
    <main className="wall" lang="ja">
      <header className="wall-head">
        <h1 className="wall-floor">{floor.floor_name}</h1>
        <p className="wall-building">{floor.building_name}</p>
        <Age floor={floor} stale={stale} />
      </header>
      <Total floor={floor} />
      <Areas floor={floor} />
      <div className="wall-main">
        {floor.areas.some(({ people }) => people.length > 0) ? (
          <WallPeople floor={floor} />
        ) : (
          <WallMap floor={floor} token={token} />
        )}
      </div>
    </main>
  )
}

function Age({ floor, stale }: { floor: DisplayedFloor; stale: boolean }) {
  const { t } = useTranslation('displays')
  const time = cityTime(floor.now)
  return (
    <p className="wall-clock" role="status" data-stale={stale || undefined}>
      {stale ? (
        <Both
          ja={`${t('wall.stale')} ${t('wall.staleSince', { time })}`}
          en={`${t('wall.staleEn')}, ${t('wall.staleSinceEn', { time })}`}
        />
      ) : (
        t('wall.updated', { time })
      )}
    </p>
  )
}

function Total({ floor }: { floor: DisplayedFloor }) {
  const { t } = useTranslation('displays')
  const time = cityTime(floor.until) === '0:00' ? '24:00' : cityTime(floor.until)
  return (
    <div className="wall-total">
      <p className="wall-number" data-some={floor.free > 0 || undefined}>
        {floor.free}
      </p>
      <div>
        <p className="wall-word">
          <Both ja={t('wall.free')} en={t('wall.freeEn')} />
        </p>
        <p className="wall-quiet">
          {floor.working_day ? (
            <Both ja={t('wall.until', { time })} en={t('wall.untilEn', { time })} />
          ) : (
            <Both ja={t('wall.closedDay')} en={t('wall.closedDayEn')} />
          )}
        </p>
        {floor.drop_in > 0 && (
          <p>
            {t('wall.dropIn')} <strong>{floor.drop_in}</strong>{' '}
            <span lang="en" className="text-[0.7em]">
              {t('wall.dropInEn')}
            </span>
          </p>
        )}
      </div>
    </div>
  )
}

function Areas({ floor }: { floor: DisplayedFloor }) {
  const { t } = useTranslation('displays')
  return (
    <ul
      className="wall-areas"
      aria-label={t('wall.areas')}
      style={{ '--rows': Math.max(floor.areas.length, 1) } as CSSProperties}
    >
      {floor.areas.map((area) => (
        <li key={area.id} className="wall-area">
          <span className="wall-area-name">{shortName(area.name, floor.floor_name)}</span>
          {area.drop_in > 0 && (
            <span className="wall-quiet text-[0.55em] whitespace-nowrap">
              {t('wall.dropIn')} {area.drop_in}
            </span>
          )}
          <span className="wall-area-free" data-some={area.free > 0 || undefined}>
            {area.free > 0 ? area.free : <Both ja={t('wall.full')} en={t('wall.fullEn')} />}
          </span>
        </li>
      ))}
    </ul>
  )
}
