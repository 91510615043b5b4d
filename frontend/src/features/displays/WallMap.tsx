import { useTranslation } from 'react-i18next'
import { Both } from './Both'
import type { DisplayedFloor } from './useWall'

const LEGEND = [
  { state: 'free', word: 'free' },
  { state: 'drop_in', word: 'dropIn' },
  { state: 'taken', word: 'taken' },
] as const

/** The floor with its desks: free ones stand out by colour and a dot. Decoration; the counts beside it say it in words. */
export function WallMap({ floor, token }: { floor: DisplayedFloor; token: string }) {
  const { t } = useTranslation('displays')
  const { width, height, layout, areas, desks } = floor
  const letters = width / 34
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
          <g key={area.id}>
            <rect className="ground" x={area.x} y={area.y} width={area.width} height={area.height} />
          </g>
        ))}
        {desks.map((desk) => (
          <g
            key={desk.id}
            transform={`translate(${desk.x} ${desk.y}) rotate(${desk.rotation} ${desk.width / 2} ${desk.height / 2})`}
          >
            <Mark state={desk.state} width={desk.width} height={desk.height} />
          </g>
        ))}
        {areas.map((area) => (
          <text
            key={area.id}
            className="name"
            x={area.x + letters * 0.4}
            y={area.y + letters * 1.1}
            fontSize={letters}
            stroke="#fff"
            strokeWidth={letters / 5}
            paintOrder="stroke"
          >
            {shortName(area.name, floor.floor_name)}
          </text>
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

function Mark({ state, width, height }: { state: string; width: number; height: number }) {
  return (
    <>
      <rect className="wall-desk" data-state={state} width={width} height={height} rx={0.12} />
      {state === 'free' && <circle className="wall-dot" cx={width / 2} cy={height / 2} r={width / 4.5} />}
    </>
  )
}

/** `Eエリア` of `6階Eエリア` on the sixth floor: the floor stands above already. */
export function shortName(area: string, floor: string): string {
  const rest = area.startsWith(floor) ? area.slice(floor.length).trim() : area
  return rest || area
}
