import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { floorOptions } from '#/api/floors'
import { withoutZero } from '#/lib/city-time'
import { ErrorState } from '#/ui/ErrorState'
import { Notice } from '#/ui/Notice'
import { Skeleton } from '#/ui/Skeleton'
import type { FloorRow } from '../answers'
import type { Asked } from '../choices/search'
import { count, percent } from '../numbers'
import { deskUseOptions } from '../queries'
import { ReportPart } from '../ReportPart'
import { DeskUseTable } from './DeskUseTable'
import { deskUseOf } from './desk-use'
import { FloorRanking } from './FloorRanking'
import { SlotSlider } from './SlotSlider'
import { UseLegend } from './UseLegend'
import { UseMap } from './UseMap'

interface FloorsPartProps {
  asked: Asked
  rows: readonly FloorRow[]
  /** HH:MM of the half hours there are. */
  slots: readonly string[]
  /** Chosen: a floor, and a half hour. */
  map: number | undefined
  at: string | undefined
  people: boolean
  onMap: (floor: number) => void
  onAt: (at: string | undefined) => void
  tableOpen: boolean
  onTable: (open: boolean) => void
  csv: (floor: number) => string
}

/** 階ごとの利用: one floor coloured by use, in the whole day or one half hour, and all floors beside it. */
export function FloorsPart(props: FloorsPartProps) {
  const { asked, rows, slots, map, at, people } = props
  const { t } = useTranslation('occupancy')
  const shown = rows.find(({ floor }) => floor.id === map) ?? fullest(rows)
  const id = shown?.floor.id ?? 0
  // The plan of the period's last day: what stands in the figures' own layout may have moved since.
  const floor = useQuery({ ...floorOptions(id, asked.to), enabled: shown !== undefined })
  const desks = useQuery({ ...deskUseOptions(asked, id, at), enabled: shown !== undefined })
  const found = desks.data?.rows
  const uses = useMemo(() => new Map((found ?? []).map((row) => [row.desk.id, row])), [found])
  if (!shown) {
    return (
      <ReportPart name="floors" title={t('floors.title')}>
        <Notice>{t('floors.none')}</Notice>
      </ReportPart>
    )
  }
  const plan = floor.data
  const kinds = (plan?.desks ?? []).map(({ id: desk }) => deskUseOf(uses.get(desk)).kind)
  const counted = (kind: string) => kinds.filter((one) => one === kind).length
  const note = people
    ? t('floors.notePeople')
    : at
      ? t('floors.noteSlot', { slot: withoutZero(at) })
      : t('floors.note')
  return (
    <ReportPart
      name="floors"
      title={t('floors.title')}
      note={note}
      tableOpen={props.tableOpen}
      onTable={props.onTable}
      csv={props.csv(id)}
      table={
        <DeskUseTable
          label={t('floors.table', { floor: shown.floor.name })}
          rows={found ?? []}
          areas={new Map((plan?.areas ?? []).map((area) => [area.id, area.name]))}
        />
      }
    >
      <div className="floors">
        <div className="map-card">
          {plan ? (
            <UseMap key={id} floor={plan} uses={uses} head={<FloorHead row={shown} />} />
          ) : floor.isError ? (
            <ErrorState title={t('floors.noPlan')} onRetry={() => void floor.refetch()} />
          ) : (
            <Skeleton className="aspect-[2.2]" />
          )}
          {!people && <SlotSlider slots={slots} at={at} onChange={props.onAt} />}
          {!people && (
            <UseLegend never={counted('never')} withheld={counted('withheld')} unknown={counted('unknown')} />
          )}
        </div>
        <FloorRanking rows={rows} shown={id} people={people} onShow={props.onMap} />
      </div>
    </ReportPart>
  )
}

function FloorHead({ row }: { row: FloorRow }) {
  const { t } = useTranslation('occupancy')
  return (
    <p className="py-1 text-sm text-quiet">
      <b className="me-2 text-base text-ink">{row.floor.name}</b>
      {t('floors.head', {
        desks: count(row.in_service),
        percent: percent(row.average_utilisation, 0),
        p95: count(row.daily_peak.p95),
      })}
    </p>
  )
}

function fullest(rows: readonly FloorRow[]): FloorRow | undefined {
  return rows.reduce<FloorRow | undefined>(
    (best, row) => ((row.average_utilisation ?? 0) > (best?.average_utilisation ?? -1) ? row : best),
    undefined,
  )
}
