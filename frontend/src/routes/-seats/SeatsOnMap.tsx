import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { floorOptions } from '#/api/floors'
import type { components } from '#/api/generated/schema'
import { DeskGlyph } from '#/features/floor-map/DeskGlyph'
import type { DeskAvailability } from '#/features/floor-map/desk-state'
import { FloorMap } from '#/features/floor-map/FloorMap'
import { NARROW, useMedia } from '#/lib/useMedia'
import { Skeleton } from '#/ui/Skeleton'

type Schemas = components['schemas']

export interface SeatOnMap {
  person: Schemas['PersonBrief']
  desk: Schemas['DeskPlace']
  /** Given now; else it was somebody's before. */
  given: boolean
}

interface SeatsOnMapProps {
  floor: number
  day: string
  seats: readonly SeatOnMap[]
  /** What the given desks are called in the legend. */
  legend: string
  chosen: number | null
  onChoose: (desk: number) => void
}

/** A floor with who sits where: what is given is ticked, what people have anyway is grey. */
export function SeatsOnMap({ floor: id, day, seats, legend, chosen, onChoose }: SeatsOnMapProps) {
  const { t } = useTranslation()
  const narrow = useMedia(NARROW)
  const floor = useQuery(floorOptions(id, day)).data
  const lines = useMemo(
    () =>
      new Map(
        seats.map(({ desk, person, given }): [number, DeskAvailability] => [
          desk.id,
          given ? { desk: desk.id, state: 'mine' } : { desk: desk.id, state: 'taken', holder: person },
        ]),
      ),
    [seats],
  )
  const faint = useMemo(
    () => new Set((floor?.desks ?? []).map((desk) => desk.id).filter((desk) => !lines.has(desk))),
    [floor, lines],
  )
  if (!floor) return <Skeleton className="h-72" />
  const first = floor.desks.find((desk) => lines.has(desk.id))
  return (
    <div className="overflow-hidden rounded-8 border border-edge">
      <FloorMap
        key={narrow ? first?.id : id}
        floor={floor}
        lines={lines}
        free={NONE}
        chosen={chosen}
        faint={faint}
        hit={null}
        entry={first?.id ?? null}
        opening={narrow && first ? { box: around(first), scale: PHONE_SCALE } : null}
        compact={narrow}
        head={<b>{floor.name}</b>}
        onChoose={onChoose}
        onEscape={() => undefined}
      />
      <p className="flex items-center gap-2 border-t border-card px-4 py-2 text-sm">
        <DeskGlyph state={{ kind: 'mine', bookingId: null }} />
        {legend}
        <DeskGlyph state={{ kind: 'taken', by: null, partly: false }} />
        {t('desk.state.taken')}
      </p>
    </div>
  )
}

const NONE: ReadonlyMap<number, number> = new Map()
/** Pixels to the metre: a phone shows an island and what is around it. */
const PHONE_SCALE = 24

/** The first desk and a few metres after it. */
function around({ x, y }: { x: number; y: number }) {
  return { x: x - 1, y: y - 1, width: 8, height: 6 }
}
