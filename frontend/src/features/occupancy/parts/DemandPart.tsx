import { useTranslation } from 'react-i18next'
import type { Figures, FloorRow } from '../answers'
import { Bar } from '../Bar'
import { counted } from '../counted'
import { DataTable } from '../DataTable'
import { count } from '../numbers'
import { ReportPart } from '../ReportPart'

interface DemandPartProps {
  figures: Figures
  floors: readonly FloorRow[]
  csv: string
}

/** 断られた希望とあふれ: the demand that occupancy cannot show, because it never got a desk. */
export function DemandPart({ figures, floors, csv }: DemandPartProps) {
  const { t } = useTranslation('occupancy')
  const rows = floors.filter(({ refused, full_days }) => refused > 0 || (full_days ?? 0) > 0)
  const most = Math.max(...rows.map(({ refused }) => refused), 1)
  return (
    <ReportPart name="demand" title={t('demand.title')} note={t('demand.note')} csv={csv}>
      <p className="max-w-[44em]">
        {figures.refused.value === null
          ? t('notTold')
          : t('demand.lead', {
              refused: count(figures.refused.value),
              byRule: count(figures.refused.by_rule),
              spilled: count(figures.spilled_over.value),
            })}
      </p>
      {rows.length > 0 && (
        <DataTable
          label={t('demand.title')}
          rows={[...rows].sort((one, other) => other.refused - one.refused)}
          rowKey={({ floor }) => floor.id}
          columns={[
            { key: 'floor', label: t('demand.floor'), heads: true, cell: ({ floor }) => floor.name },
            {
              key: 'refused',
              label: t('demand.refused'),
              number: true,
              cell: ({ refused }) => (
                <span className="flex items-center justify-end gap-2">
                  <Bar share={refused / most} />
                  <span className="beside-bar">{counted(t, 'wishes', refused)}</span>
                </span>
              ),
            },
            {
              key: 'full',
              label: t('demand.full'),
              number: true,
              cell: ({ full_days }) => counted(t, 'days', full_days),
            },
          ]}
        />
      )}
    </ReportPart>
  )
}
