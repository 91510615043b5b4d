import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import type { DepartmentRow } from '../answers'
import { Bar } from '../Bar'
import { counted } from '../counted'
import { type Column, DataTable } from '../DataTable'
import { count, percent } from '../numbers'
import { ReportPart } from '../ReportPart'

interface DepartmentsPartProps {
  rows: readonly DepartmentRow[]
  /** Sections of which nothing is told. */
  withheld: number
  /** A column, with `-` before it for the smallest first. */
  sort: string | undefined
  onSort: (sort: string) => void
  csv: string
}

const RANKING = {
  on_roll: (row: DepartmentRow) => row.on_roll,
  attendance_rate: (row: DepartmentRow) => row.attendance_rate,
  telework_rate: (row: DepartmentRow) => row.telework_rate,
  presence: (row: DepartmentRow) => row.presence.p95,
  refused: (row: DepartmentRow) => row.refused,
  spilled_over: (row: DepartmentRow) => row.spilled_over,
  no_show_rate: (row: DepartmentRow) => row.no_show_rate,
}
type Ranking = keyof typeof RANKING
const RANKINGS = Object.keys(RANKING) as Ranking[]
const FIRST_SHOWN = 8

/** 所属ごと: sections ranked by whichever column is asked for. */
export function DepartmentsPart({ rows, withheld, sort, onSort, csv }: DepartmentsPartProps) {
  const { t } = useTranslation('occupancy')
  const [all, setAll] = useState(false)
  const ascending = sort?.startsWith('-') ?? false
  const by = RANKINGS.find((one) => one === sort?.replace('-', '')) ?? 'refused'
  const ranked = rankedBy(rows, by, ascending)
  const shown = all ? ranked : ranked.slice(0, FIRST_SHOWN)
  const sources = new Set(rows.map((row) => row.presence_source))
  const source = t(`presence.${sources.size === 1 ? ([...sources][0] ?? 'mixed') : 'mixed'}`)
  const most = Math.max(...rows.map(({ refused }) => refused), 1)
  const share = (value: number | null) => (value === null ? '—' : `${percent(value)}%`)
  const columns: Column<DepartmentRow>[] = [
    { key: 'rank', label: t('departments.rank'), number: true, wide: true, cell: (_row, index) => index + 1 },
    {
      key: 'department',
      label: t('departments.department'),
      heads: true,
      cell: ({ department }) => department.name,
    },
    {
      key: 'areas',
      label: t('departments.areas'),
      wide: true,
      cell: ({ areas }) => areas.join(t('floors.and')) || '—',
    },
    {
      key: 'on_roll',
      label: t('departments.on_roll'),
      number: true,
      cell: (row) => counted(t, 'people', row.on_roll),
    },
    {
      key: 'attendance_rate',
      label: t('departments.attendance_rate'),
      number: true,
      cell: (row) => share(row.attendance_rate),
    },
    {
      key: 'telework_rate',
      label: t('departments.telework_rate'),
      number: true,
      cell: (row) => share(row.telework_rate),
    },
    {
      key: 'presence',
      label: t('departments.presence'),
      number: true,
      cell: ({ presence }) => counted(t, 'people', presence.p95),
    },
    {
      key: 'refused',
      label: t('departments.refused'),
      number: true,
      cell: ({ refused }) => (
        <span className="flex items-center justify-end gap-2">
          <Bar share={refused / most} />
          <span className="beside-bar">{counted(t, 'wishes', refused)}</span>
        </span>
      ),
    },
    {
      key: 'spilled_over',
      label: t('departments.spilled_over'),
      number: true,
      cell: (row) => counted(t, 'bookings', row.spilled_over),
    },
    {
      key: 'no_show_rate',
      label: t('departments.no_show_rate'),
      number: true,
      wide: true,
      cell: (row) => share(row.no_show_rate),
    },
  ]
  return (
    <ReportPart
      name="departments"
      title={t('departments.title')}
      note={
        rows.length > 0 &&
        t('departments.note', {
          sort: t(`departments.${by}`),
          all: count(rows.length),
          shown: count(shown.length),
          source,
        })
      }
      csv={csv}
    >
      {rows.length === 0 ? (
        <p className="text-quiet">{t('departments.none')}</p>
      ) : (
        <DataTable
          label={t('departments.title')}
          rows={shown}
          rowKey={({ department }) => department.id}
          columns={columns}
          sort={{
            columns: RANKINGS,
            by,
            descending: !ascending,
            words: (column) => t('departments.sort', { column: t(`departments.${column as Ranking}`) }),
            onSort: (column) => onSort(column === by && !ascending ? `-${column}` : column),
          }}
        />
      )}
      {ranked.length > FIRST_SHOWN && (
        <Button kind="quiet" className="self-start print:hidden" onPress={() => setAll(!all)}>
          {all ? t('table.less') : t('table.all', { count: ranked.length })}
        </Button>
      )}
      {withheld > 0 && <p className="text-sm text-quiet">{t('departments.withheld', { count: withheld })}</p>}
    </ReportPart>
  )
}

/** What is not known stands last either way. */
function rankedBy(rows: readonly DepartmentRow[], by: Ranking, ascending: boolean): DepartmentRow[] {
  const value = RANKING[by]
  return [...rows].sort((one, other) => {
    const [a, b] = [value(one), value(other)]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return ascending ? a - b : b - a
  })
}
