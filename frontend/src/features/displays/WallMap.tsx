import { useTranslation } from 'react-i18next'
import { shortest } from './area-names'
import { Both } from './Both'
import type { DisplayedArea, DisplayedFloor } from './useWall'

const LEGEND = [
  { state: 'free', word: 'free' },
  { state: 'drop_in', word: 'dropIn' },
  { state: 'taken', word: 'taken' },
] as const

/** The floor with its desks: free ones stand out by colour and a dot. Decoration; the counts beside it say it in words. */
export function WallMap({ floor, token }: { floor: DisplayedFloor; token: string }) {
  const { t } = useTranslation('displays')
  const { width, height, layout, areas, desks } = floor
  return (
    <>
      <svg className="wall-map" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <image
          href={`/api/v1/displays/${encodeURIComponent(token)}/plans/${layout}.svg`}
          width={width}
          height={height}
          opacity={0.5}
        />
        {areas.map((area) => (
          <AreaGround key={area.id} area={area} letters={shortest(area.name, floor.floor_name)} />
        ))}
        {desks.map((desk) => (
          <g
            key={desk.id}
            transform={`translate(${desk.x} ${desk.y}) rotate(${desk.rotation} ${desk.width / 2} ${desk.height / 2})`}
          >
            <Mark state={desk.state} width={desk.width} height={desk.height} />
          </g>
        ))}
      </svg>
      <ul className="wall-legend">
        {LEGEND.map(({ state, word }) => (
          <li key={state}>
            <svg viewBox="-0.1 -0.1 0.9 1.4" aria-hidden="true">
              <Mark state={state} width={0.7} height={1.2} />
            </svg>
            <Both ja={t(`wall.${word}`)} en={t(`wall.${word}En`)} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** An area with its name large behind the desks, so that it hides none of them. */
function AreaGround({ area, letters }: { area: DisplayedArea; letters: string }) {
  const size = Math.min(area.height * 0.85, (area.width * 0.9) / letters.length)
  return (
    <>
      <rect className="ground" x={area.x} y={area.y} width={area.width} height={area.height} />
      <text
        className="name"
        x={area.x + area.width / 2}
        y={area.y + area.height / 2 + size * 0.36}
        fontSize={size}
        textAnchor="middle"
      >
        {letters}
      </text>
    </>
  )
}

function Mark({ state, width, height }: { state: string; width: number; height: number }) {
  return (
    <>
      <rect className="wall-desk" data-state={state} width={width} height={height} rx={0.12} />
      {state === 'free' && <circle className="wall-dot" cx={width / 2} cy={height / 2} r={width / 4.5} />}
    </>
  )
}
