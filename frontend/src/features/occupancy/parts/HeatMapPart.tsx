import { useTranslation } from 'react-i18next'
import { withoutZero } from '#/lib/city-time'
import { weekday } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { NARROW, useMedia } from '#/lib/useMedia'
import type { HeatCell, HeatMap } from '../answers'
import { count, percent } from '../numbers'
import { ReportPart } from '../ReportPart'
import { TableBox } from '../TableBox'
import { HEAT_FROM, heatOf } from './heat'

interface HeatMapPartProps {
  heat: HeatMap
  tableOpen: boolean
  onTable: (open: boolean) => void
  csv: string
}

/** 曜日と時刻: how full it is at each half hour of each weekday. A table itself: the number stands in every field. */
export function HeatMapPart({ heat, tableOpen, onTable, csv }: HeatMapPartProps) {
  const { t } = useTranslation('occupancy')
  const roll = heat.scope.place.kind === 'department'
  const people = heat.scope.counts === 'people'
  const note = t(roll ? 'heat.noteRoll' : people ? 'heat.notePeople' : 'heat.note')
  const rangeWords = (step: number) => {
    const from = HEAT_FROM[step]
    const next = HEAT_FROM[step + 1]
    if (next === undefined) return t('heat.over', { from })
    return step === 0 ? t('heat.under', { to: next }) : t('heat.range', { from, to: next - 1 })
  }
  return (
    <ReportPart
      name="heatmap"
      title={t('heat.title')}
      note={note}
      tableOpen={tableOpen}
      onTable={onTable}
      csv={csv}
      table={
        <div className="flex w-full flex-col gap-2">
          <p className="text-sm text-quiet">{t(people ? 'heat.tableNotePeople' : 'heat.tableNote')}</p>
          <TableBox label={t('heat.title')}>
            <HeatTable
              heat={heat}
              label={`${t('heat.title')} ${t(people ? 'heat.tableNotePeople' : 'heat.tableNote')}`}
              plain
            />
          </TableBox>
        </div>
      }
    >
      <HeatTable heat={heat} label={`${t('heat.title')} ${note}`} />
      <ul className="heat-legend" aria-label={t('legend.label')}>
        {HEAT_FROM.map((from, step) => (
          <li key={from}>
            <span className="heat-swatch" data-heat={step} aria-hidden="true" />
            {rangeWords(step)}
          </li>
        ))}
      </ul>
    </ReportPart>
  )
}

interface HeatTableProps {
  heat: HeatMap
  label: string
  /** Numbers of desks in place of colours and shares. */
  plain?: boolean
}

/** Weekdays down and half hours across; on a phone, where eighteen columns have no room, the other way round. */
function HeatTable({ heat, label, plain = false }: HeatTableProps) {
  const { t } = useTranslation('occupancy')
  const language = useLanguage()
  const upright = useMedia(NARROW) || plain
  // 5 January 2026 is a Monday.
  const names = heat.rows.map((row) => weekday(`2026-01-0${5 + row.weekday}`, language))
  const field = (cell: HeatCell | null | undefined, key: string) =>
    plain ? (
      <td key={key} data-number>
        {cell ? t('heat.cell', { inUse: count(cell.in_use), inService: count(cell.in_service) }) : '—'}
      </td>
    ) : (
      <td key={key} data-heat={cell ? heatOf(cell.share) : undefined}>
        {cell ? percent(cell.share, 0) : '—'}
      </td>
    )
  const className = plain ? 'report-table' : 'heat-map'
  if (upright) {
    return (
      <table className={className} aria-label={label} data-upright>
        <thead>
          <tr>
            <td />
            {names.map((name, index) => (
              <th key={name} scope="col" data-number={plain || undefined}>
                {name}
                {plain && (
                  <small className="block">{t('period.days', { count: heat.rows[index]?.days ?? 0 })}</small>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {heat.slots.map((slot, index) => (
            <tr key={slot}>
              <th scope="row">{withoutZero(slot)}</th>
              {heat.rows.map((row) => field(row.cells[index], String(row.weekday)))}
            </tr>
          ))}
        </tbody>
      </table>
    )
  }
  return (
    <table className={className} aria-label={label}>
      <thead>
        <tr>
          <td />
          {heat.slots.map((slot) => (
            <th key={slot} scope="col">
              <span className="sr-only">{withoutZero(slot)}</span>
              {slot.endsWith(':00') && (
                <span aria-hidden="true" className="heat-hour">
                  {t('heat.hour', { hour: Number(slot.slice(0, 2)) })}
                </span>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {heat.rows.map((row, index) => (
          <tr key={row.weekday}>
            <th scope="row">{names[index]}</th>
            {heat.slots.map((slot, at) => field(row.cells[at], slot))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
