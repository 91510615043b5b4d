import type { ReactNode, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { Box } from '#/ui/plan/geometry'
import { type PlanHandle, PlanSurface } from '#/ui/plan/PlanSurface'
import { LABELS_FROM_ZOOM } from '#/ui/plan/view'
import { AreaGrounds, FreeLabels } from './AreaLayer'
import { DeskSpot } from './DeskSpot'
import type { DeskAvailability, PlannedFloor } from './desk-state'
import { Rings, SearchHit } from './MapMarks'
import { MiniMap } from './MiniMap'
import './floor-map.css'

export type FloorMapHandle = PlanHandle

interface FloorMapProps {
  floor: PlannedFloor
  /** By desk; empty while the first answer is on its way. */
  lines: ReadonlyMap<number, DeskAvailability>
  /** Free desks by area. */
  free: ReadonlyMap<number, number>
  chosen: number | null
  /** Desks that do not have what the filters ask for: drawn faint, still there. */
  faint: ReadonlySet<number>
  hit: { desk: number; name: string } | null
  /** More desks with a ring: those of a section. */
  rings?: ReadonlySet<number>
  /** Where the keyboard enters the map when no desk is chosen. */
  entry: number | null
  /** Shown first instead of the whole floor, at so many pixels to the metre. */
  opening: { box: Box; scale: number } | null
  /** Zoom buttons and locator lie on the map (phone) rather than in its head. */
  compact: boolean
  /** What stands at the head of the map beside the zoom buttons. */
  head?: ReactNode
  onChoose: (desk: number) => void
  onEscape: () => void
  ref?: Ref<FloorMapHandle>
}

/** A floor with how its desks stand in an interval. */
export function FloorMap(props: FloorMapProps) {
  const { floor, lines, faint, hit, rings } = props
  const { t } = useTranslation()
  const hitDesk = hit ? floor.desks.find(({ id }) => id === hit.desk) : undefined
  return (
    <PlanSurface
      ref={props.ref}
      floor={floor}
      label={t('book.mapOf', { floor: floor.name })}
      chosen={props.chosen}
      entry={props.entry}
      opening={props.opening}
      compact={props.compact}
      head={props.head}
      ground={<AreaGrounds areas={floor.areas} />}
      drawDesk={(desk, how) => (
        <DeskSpot desk={desk} line={lines.get(desk.id)} faint={faint.has(desk.id)} {...how} />
      )}
      over={({ view, window, zoom }) => (
        <>
          {zoom >= LABELS_FROM_ZOOM && (
            <FreeLabels areas={floor.areas} free={props.free} view={view} window={window} />
          )}
          {rings && <Rings desks={floor.desks} ringed={rings} view={view} />}
          {hitDesk && hit && <SearchHit desk={hitDesk} name={hit.name} view={view} />}
        </>
      )}
      locator={(shown) => <MiniMap className="locator" floor={floor} shown={shown} />}
      onChoose={props.onChoose}
      onEscape={props.onEscape}
    />
  )
}
