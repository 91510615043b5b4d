import { useTranslation } from 'react-i18next'
import type { Figures } from '../answers'
import { DataTable } from '../DataTable'
import { count, percent } from '../numbers'
import { ReportPart } from '../ReportPart'

const KINDS = ['as_booked', 'walk_up', 'no_show', 'not_used', 'cancelled'] as const

interface BookedPartProps {
  booked: Figures['booked_actual']
  tableOpen: boolean
  onTable: (open: boolean) => void
  csv: string
}

/** 予約と実際: what became of what was booked, as one bar to scale with its parts named under it; or that it is withheld. */
export function BookedPart({ booked, tableOpen, onTable, csv }: BookedPartProps) {
  const { t } = useTranslation('occupancy')
  const parts = KINDS.map((kind) => ({ kind, value: booked[kind] ?? 0 }))
  const withheld = booked.as_booked === null
  const all = parts.reduce((sum, { value }) => sum + value, 0)
  if (all === 0) {
    return (
      <ReportPart name="booked" title={t('booked.title')}>
        <p className="text-quiet">{t(withheld ? 'notTold' : 'booked.none')}</p>
      </ReportPart>
    )
  }
  const share = (value: number) => `${percent(value / all)}%`
  return (
    <ReportPart
      name="booked"
      title={t('booked.title')}
      note={t('booked.note')}
      tableOpen={tableOpen}
      onTable={onTable}
      csv={csv}
      table={
        <DataTable
          label={t('booked.title')}
          rows={parts}
          rowKey={({ kind }) => kind}
          columns={[
            { key: 'what', label: t('booked.what'), heads: true, cell: ({ kind }) => t(`booked.${kind}`) },
            { key: 'count', label: t('booked.count'), number: true, cell: ({ value }) => count(value) },
            { key: 'share', label: t('booked.share'), number: true, cell: ({ value }) => share(value) },
          ]}
        />
      }
    >
      <div className="flex flex-col gap-3">
        <div className="stack" aria-hidden="true">
          {parts.map(({ kind, value }) => (
            <span key={kind} data-kind={kind} style={{ width: `${(value / all) * 100}%` }} />
          ))}
        </div>
        <ul className="stack-legend">
          {parts.map(({ kind, value }) => (
            <li key={kind}>
              <span className="stack-swatch" data-kind={kind} aria-hidden="true" />
              {t(`booked.${kind}`)} <b>{count(value)}</b>{' '}
              <span className="text-sm text-quiet">{share(value)}</span>
            </li>
          ))}
        </ul>
        <p className="text-sm text-quiet">
          {t('booked.hours', { unused: count(booked.unused_hours), early: count(booked.early_leave_hours) })}
        </p>
      </div>
    </ReportPart>
  )
}
