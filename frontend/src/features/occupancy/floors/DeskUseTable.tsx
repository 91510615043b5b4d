import { useTranslation } from 'react-i18next'
import type { DeskRow } from '../answers'
import { DataTable } from '../DataTable'
import { percent } from '../numbers'
import { deskUseOf, deskUseWords } from './desk-use'
import { hoursWords } from './UseMap'

interface DeskUseTableProps {
  label: string
  rows: readonly DeskRow[]
  /** The areas' names by id. */
  areas: ReadonlyMap<number, string>
}

/** The map in words: every desk with its use. */
export function DeskUseTable({ label, rows, areas }: DeskUseTableProps) {
  const { t } = useTranslation('occupancy')
  return (
    <DataTable
      label={label}
      rows={rows}
      rowKey={({ desk }) => desk.id}
      columns={[
        { key: 'code', label: t('desk.code'), heads: true, cell: ({ desk }) => desk.code },
        {
          key: 'area',
          label: t('desk.area'),
          wide: true,
          cell: ({ desk }) => areas.get(desk.area_id) ?? '—',
        },
        {
          key: 'use',
          label: t('desk.use'),
          number: true,
          cell: (row) => (row.share === null ? '—' : `${percent(row.share)}%`),
        },
        {
          key: 'used',
          label: t('desk.used'),
          number: true,
          wide: true,
          cell: (row) => (row.in_use_slots === null ? '—' : hoursWords(t, row)),
        },
        {
          key: 'state',
          label: t('desk.state'),
          cell: (row) => {
            const use = deskUseOf(row)
            return use.kind === 'used' ? '' : deskUseWords(t, use)
          },
        },
      ]}
    />
  )
}
