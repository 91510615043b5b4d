import { DeskMark } from './DeskMark'
import type { DeskState } from './desk-state'
import '#/ui/plan/plan.css'
import './floor-map.css'

/** A desk's mark as an icon beside its word: the same drawing as on the map. */
export function DeskGlyph({ state, ringed = false }: { state: DeskState | null; ringed?: boolean }) {
  return (
    <svg
      className="floor-drawing shrink-0"
      width={ringed ? 20 : 14}
      height={22}
      viewBox={ringed ? '-6 -4 19 20' : '-1.5 -1.5 10 15'}
      aria-hidden="true"
      focusable="false"
      data-near="true"
    >
      <DeskMark state={state} width={7} height={12} />
      {ringed && <ellipse className="hit-ring" cx={3.5} cy={6} rx={7.5} ry={9} />}
    </svg>
  )
}
