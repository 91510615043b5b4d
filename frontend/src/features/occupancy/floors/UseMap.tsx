import { memo, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { components } from '#/api/generated/schema'
import { AreaLabels } from '#/ui/plan/AreaLabels'
import { FocusFrame } from '#/ui/plan/FocusFrame'
import { placing } from '#/ui/plan/geometry'
import { type DrawnHow, PlanSurface } from '#/ui/plan/PlanSurface'
import { LABELS_FROM_ZOOM } from '#/ui/plan/view'
import type { DeskRow } from '../answers'
import { percent } from '../numbers'
import { type DeskUse, deskUseOf, deskUseWords } from './desk-use'
import { UseDesk } from './UseDesk'

/** Pixels to the metre from which an area has room for its number over its desks. */
const NUMBERS_FROM_SCALE = 7

type Floor = components['schemas']['FloorDetail']
type Desk = components['schemas']['Desk']

interface UseMapProps {
  floor: Floor
  /** By desk. */
  uses: ReadonlyMap<number, DeskRow>
  head: ReactNode
}

/** A floor coloured by use, to be walked through with the arrow keys; what the desk pressed last says stands below. */
export function UseMap({ floor, uses, head }: UseMapProps) {
  const { t } = useTranslation('occupancy')
  const [chosen, setChosen] = useState<number | null>(null)
  const chosenDesk = floor.desks.find(({ id }) => id === chosen)
  const averages = areaAverages(uses)
  return (
    <>
      <PlanSurface
        floor={floor}
        label={t('floors.mapOf', { floor: floor.name })}
        chosen={chosenDesk ? chosen : null}
        entry={null}
        opening={null}
        compact={false}
        head={head}
        ground={floor.areas.map((area) => (
          <rect
            key={area.id}
            className="area"
            x={area.x}
            y={area.y}
            width={area.width}
            height={area.height}
          />
        ))}
        drawDesk={(desk, how) => <Spot desk={desk} row={uses.get(desk.id)} {...how} />}
        over={({ view, window, zoom }) =>
          zoom >= LABELS_FROM_ZOOM && (
            <AreaLabels
              areas={floor.areas}
              words={({ id }) => {
                const average = view.scale < NUMBERS_FROM_SCALE ? undefined : averages.get(id)
                return average === undefined ? '' : t('floors.area', { percent: percent(average, 0) })
              }}
              view={view}
              window={window}
            />
          )
        }
        onChoose={setChosen}
        onEscape={() => setChosen(null)}
      />
      <p className="use-said" aria-live="polite">
        {chosenDesk ? <DeskSaid code={chosenDesk.code} row={uses.get(chosenDesk.id)} /> : t('desk.hint')}
      </p>
    </>
  )
}

function DeskSaid({ code, row }: { code: string; row: DeskRow | undefined }) {
  const { t } = useTranslation('occupancy')
  const use = deskUseOf(row)
  return (
    <>
      <b className="me-3 text-ink">{code}</b>
      {deskUseWords(t, use)}
      {use.kind === 'used' && row && <span className="ms-3">{hoursWords(t, row)}</span>}
    </>
  )
}

/** `82.5 / 171 hours` of slots of half an hour. */
export function hoursWords(t: ReturnType<typeof useTranslation<'occupancy'>>['t'], row: DeskRow): string {
  return t('desk.hours', { used: (row.in_use_slots ?? 0) / 2, all: (row.in_service_slots ?? 0) / 2 })
}

interface SpotProps extends DrawnHow {
  desk: Desk
  row: DeskRow | undefined
}

/** A desk on the floor. Memoised: another half hour draws anew only what it changes. */
const Spot = memo(function Spot({ desk, row, chosen, tabbable }: SpotProps) {
  const { t } = useTranslation('occupancy')
  const use: DeskUse = deskUseOf(row)
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG knows no button element
    <g
      className="desk"
      data-desk={desk.id}
      role="button"
      tabIndex={tabbable ? 0 : -1}
      aria-pressed={chosen}
      aria-label={t('desk.said', { code: desk.code, what: deskUseWords(t, use) })}
      transform={placing(desk)}
    >
      <UseDesk use={use} width={desk.width} height={desk.height} />
      <FocusFrame width={desk.width} height={desk.height} />
    </g>
  )
})

/** In use over in service of each area's desks that may be told of. */
function areaAverages(uses: ReadonlyMap<number, DeskRow>): Map<number, number> {
  const sums = new Map<number, { used: number; all: number }>()
  for (const { desk, in_use_slots, in_service_slots, withheld } of uses.values()) {
    if (withheld || in_use_slots === null || !in_service_slots) continue
    const sum = sums.get(desk.area_id) ?? { used: 0, all: 0 }
    sums.set(desk.area_id, { used: sum.used + in_use_slots, all: sum.all + in_service_slots })
  }
  return new Map([...sums].map(([area, { used, all }]) => [area, used / all]))
}
