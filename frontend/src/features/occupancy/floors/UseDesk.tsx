import { memo } from 'react'
import type { DeskUse } from './desk-use'

/** The drawing's own grid: a desk is 7 wide and 12 high, whatever its size on the floor. */
const UNITS = { width: 7, height: 12 }

interface UseDeskProps {
  use: DeskUse
  width: number
  height: number
}

/** One desk by its use, as the map and the legend draw it, at the origin of its parent. */
export const UseDesk = memo(function UseDesk({ use, width, height }: UseDeskProps) {
  const scale = `scale(${width / UNITS.width} ${height / UNITS.height})`
  return (
    <g className="use-desk" data-use={use.kind === 'used' ? use.step : use.kind}>
      <rect className="use-body" width={width} height={height} />
      {use.kind === 'never' && (
        <path className="use-cross" d="M1.6 3.4 5.4 8.6M5.4 3.4 1.6 8.6" transform={scale} />
      )}
      {use.kind === 'withheld' && (
        <path className="use-lock" d="M1.9 5.4h3.2v2.8H1.9zM2.5 5.4v-.9a1 1 0 0 1 2 0v.9" transform={scale} />
      )}
    </g>
  )
})
