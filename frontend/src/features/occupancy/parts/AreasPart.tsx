import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import type { AreaRow } from '../answers'
import { Bar } from '../Bar'
import { counted } from '../counted'
import { DataTable } from '../DataTable'
import { count, percent } from '../numbers'
import { ReportPart } from '../ReportPart'

const FIRST_SHOWN = 8

/** エリアごと: the fullest areas first. */
export function AreasPart({ rows, people, csv }: { rows: readonly AreaRow[]; people: boolean; csv: string }) {
  const { t } = useTranslation('occupancy')
  const [all, setAll] = useState(false)
  if (people || rows.length === 0) return null
  const ranked = [...rows].sort(
    (one, other) => (other.average_utilisation ?? -1) - (one.average_utilisation ?? -1),
  )
  return (
    <ReportPart name="areas" title={t('areas.title')} note={t('areas.note')} csv={csv}>
      <DataTable
        label={t('areas.title')}
        rows={all ? ranked : ranked.slice(0, FIRST_SHOWN)}
        rowKey={({ area }) => area.id}
        columns={[
          {
            key: 'area',
            label: t('areas.area'),
            heads: true,
            cell: ({ area }) => area.name,
          },
          {
            key: 'average',
            label: t('areas.average'),
            number: true,
            cell: ({ average_utilisation: average }) => (
              <span className="flex items-center justify-end gap-2">
                <Bar share={average} />
                <span className="min-w-14">{average === null ? '—' : `${percent(average)}%`}</span>
              </span>
            ),
          },
          {
            key: 'peak',
            label: t('areas.peak'),
            number: true,
            cell: ({ daily_peak }) => count(daily_peak.p95),
          },
          { key: 'desks', label: t('areas.inService'), number: true, cell: (row) => count(row.in_service) },
          {
            key: 'full',
            label: t('areas.full'),
            number: true,
            cell: ({ full_days }) => counted(t, 'days', full_days),
          },
          {
            key: 'refused',
            label: t('areas.refused'),
            number: true,
            cell: ({ refused }) => counted(t, 'wishes', refused),
          },
        ]}
      />
      {ranked.length > FIRST_SHOWN && (
        <Button kind="quiet" className="self-start print:hidden" onPress={() => setAll(!all)}>
          {all ? t('table.less') : t('table.all', { count: ranked.length })}
        </Button>
      )}
    </ReportPart>
  )
}
