import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { DeskMark } from './DeskMark'
import { type DeskAvailability, deskState, holderOf, type PlannedDesk } from './desk-state'
import { spokenDesk } from './desk-words'

interface DeskSpotProps {
  desk: PlannedDesk
  line: DeskAvailability | undefined
  named: boolean
  faint: boolean
  chosen: boolean
  tabbable: boolean
}

/** A desk on the floor. Memoised: an answer that changes one desk draws one desk again. */
export const DeskSpot = memo(function DeskSpot({
  desk,
  line,
  named,
  faint,
  chosen,
  tabbable,
}: DeskSpotProps) {
  const { t } = useTranslation()
  const state = deskState(desk, line)
  const upright = desk.rotation % 180 === 0
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG knows no button element
    <g
      className="desk"
      data-desk={desk.id}
      data-faint={faint || undefined}
      role="button"
      tabIndex={tabbable ? 0 : -1}
      aria-pressed={chosen}
      aria-label={spokenDesk(t, desk, state)}
      transform={placing(desk)}
    >
      <DeskMark
        state={state}
        width={desk.width}
        height={desk.height}
        name={named && upright ? holderOf(state)?.family_name : null}
      />
      <rect
        className="desk-focus"
        x={-0.12}
        y={-0.12}
        width={desk.width + 0.24}
        height={desk.height + 0.24}
        rx={0.12}
      />
    </g>
  )
})

/** Puts a drawing made at the origin where the desk stands, turned about the desk's middle. */
export function placing(desk: PlannedDesk): string {
  const move = `translate(${desk.x} ${desk.y})`
  if (desk.rotation % 360 === 0) return move
  return `${move} rotate(${desk.rotation} ${desk.width / 2} ${desk.height / 2})`
}
