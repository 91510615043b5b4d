import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { FocusFrame } from '#/ui/plan/FocusFrame'
import { placing } from '#/ui/plan/geometry'
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
      <FocusFrame width={desk.width} height={desk.height} />
    </g>
  )
})
