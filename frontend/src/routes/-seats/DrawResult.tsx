import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SectionDraw } from '#/features/seating/queries'
import { SeatTable } from '#/features/seating/SeatTable'
import { SegmentedControl } from '#/ui/SegmentedControl'
import { type SeatOnMap, SeatsOnMap } from './SeatsOnMap'

interface DrawResultProps {
  draw: SectionDraw
  leftOut?: readonly { id: number; name: string }[]
  onTakesPart?: (person: number, takesPart: boolean) => void
}

/** Who sits where: the plan, a floor at a time, and the list that says the same. */
export function DrawResult({ draw, leftOut, onTakesPart }: DrawResultProps) {
  const { t } = useTranslation('seating')
  const [chosen, setChosen] = useState<number | null>(null)
  const [looked, setLooked] = useState<number | null>(null)
  const seats = useMemo(
    () =>
      draw.seats.flatMap(({ person, desk, outcome }): SeatOnMap[] =>
        desk && desk.floor > 0 ? [{ person, desk, given: outcome === 'gets' }] : [],
      ),
    [draw.seats],
  )
  const floors = [...new Map(seats.map(({ desk }) => [desk.floor, desk.floor_name]))]
  const floor = floors.some(([id]) => id === looked) ? looked : floors[0]?.[0]
  const choose = (desk: number) => {
    setChosen(desk)
    setLooked(seats.find((seat) => seat.desk.id === desk)?.desk.floor ?? null)
  }
  return (
    <div className="flex flex-col gap-4">
      {floor != null && (
        <section aria-label={t('draw.map')} className="flex flex-col gap-2">
          {floors.length > 1 && (
            <SegmentedControl
              label={t('draw.mapFloor')}
              value={String(floor)}
              segments={floors.map(([id, name]) => ({ value: String(id), label: name }))}
              onChange={(id) => setLooked(Number(id))}
            />
          )}
          <SeatsOnMap
            floor={floor}
            day={draw.day}
            seats={seats}
            legend={t('draw.outcome.gets')}
            chosen={chosen}
            onChoose={setChosen}
          />
        </section>
      )}
      <div className="overflow-x-auto">
        <SeatTable
          seats={draw.seats}
          leftOut={leftOut}
          chosen={chosen}
          onTakesPart={onTakesPart}
          onChoose={choose}
        />
      </div>
    </div>
  )
}
