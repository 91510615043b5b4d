import { useTranslation } from 'react-i18next'
import type { FeatureRow } from '../answers'
import { Bar } from '../Bar'
import { DataTable } from '../DataTable'
import { count, percent } from '../numbers'
import { ReportPart } from '../ReportPart'

/** 設備ごと: whether desks that have something are used more than those that have not. */
export function FeaturesPart({ rows, csv }: { rows: readonly FeatureRow[]; csv: string }) {
  const { t } = useTranslation(['occupancy', 'everyday'])
  if (rows.length === 0) return null
  const share = (value: number | null) => (value === null ? '—' : `${percent(value)}%`)
  return (
    <ReportPart name="features" title={t('features.title')} note={t('features.note')} csv={csv}>
      <DataTable
        label={t('features.title')}
        rows={rows}
        rowKey={({ feature }) => feature}
        columns={[
          {
            key: 'feature',
            label: t('features.feature'),
            heads: true,
            cell: ({ feature }) =>
              feature === 'none' ? t('features.none') : t(`everyday:feature.${feature}`),
          },
          { key: 'desks', label: t('features.desks'), number: true, cell: ({ desks }) => count(desks) },
          {
            key: 'average',
            label: t('features.average'),
            number: true,
            cell: ({ average_utilisation: average }) => (
              <span className="flex items-center justify-end gap-2">
                <Bar share={average} />
                <span className="min-w-14">{share(average)}</span>
              </span>
            ),
          },
          { key: 'others', label: t('features.others'), number: true, cell: ({ others }) => share(others) },
        ]}
      />
    </ReportPart>
  )
}
