import { memo } from 'react'
import type { DeskState } from './desk-state'

/** The drawing's own grid: a desk is 7 wide and 12 high, whatever its size on the floor. */
const UNITS = { width: 7, height: 12 }

const HATCH = 'M0 3 3 0M0 6 6 0M0 9 7 2M0 12 7 5M3 12 7 8M6 12 7 11'
const TICK = 'M1.8 6.2 3 7.6 5.3 4.6'
const HANDS = 'M3.5 4.8V6l.9.6'
const LOCK_SHACKLE = 'M2.5 5.6V4.5a1 1 0 0 1 2 0v1.1'

interface DeskMarkProps {
  state: DeskState | null
  width: number
  height: number
  /** Written down the desk instead of its symbol when given. */
  name?: string | null
}

/** One desk as every map and legend draws it: shape first, colour second, at the origin of its parent. */
export const DeskMark = memo(function DeskMark({ state, width, height, name }: DeskMarkProps) {
  const kind = state?.kind ?? 'unknown'
  const unit = Math.min(width / UNITS.width, height / UNITS.height)
  return (
    <g className="desk-mark" data-kind={kind}>
      <rect className="desk-body" width={width} height={height} rx={0.6 * unit} />
      {state?.kind === 'taken' && state.partly && (
        <rect className="desk-part" y={height / 2} width={width} height={height / 2} />
      )}
      {kind === 'closed' && (
        <path
          className="desk-hatch"
          d={HATCH}
          transform={`scale(${width / UNITS.width} ${height / UNITS.height})`}
        />
      )}
      {name ? (
        <DeskName name={name} width={width} height={height} />
      ) : (
        <g transform={`translate(${width / 2 - 3.5 * unit} ${height / 2 - 6 * unit}) scale(${unit})`}>
          {kind === 'free' && <circle className="desk-dot" cx={3.5} cy={6} r={1.45} />}
          {kind === 'mine' && <path className="desk-tick" d={TICK} />}
          {kind === 'offered' && (
            <>
              <circle className="desk-clock" cx={3.5} cy={6} r={1.9} />
              <path className="desk-clock" d={HANDS} />
            </>
          )}
          {kind === 'assigned' && (
            <>
              <path className="desk-shackle" d={LOCK_SHACKLE} />
              <rect className="desk-lock" x={1.9} y={5.4} width={3.2} height={2.8} rx={0.4} />
            </>
          )}
        </g>
      )}
    </g>
  )
})

/** A family name set downwards, as long as the desk is high; five letters at most, then an ellipsis. */
function DeskName({ name, width, height }: { name: string; width: number; height: number }) {
  const letters = [...name]
  const shown = letters.length > 5 ? [...letters.slice(0, 4), '…'] : letters
  const size = Math.min(width * 0.66, (height * 0.9) / shown.length)
  const top = height / 2 - (size * shown.length) / 2
  return (
    <text className="desk-name" fontSize={size} textAnchor="middle">
      {shown.map((letter, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: letters of one name, which never move
        <tspan key={index} x={width / 2} y={top + size * (index + 0.86)}>
          {letter}
        </tspan>
      ))}
    </text>
  )
}
