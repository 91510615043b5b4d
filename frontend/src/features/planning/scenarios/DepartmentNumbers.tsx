import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import { CloseIcon } from '#/ui/icons'
import { TextField } from '#/ui/TextField'
import { DepartmentAdd, useDepartmentNames } from './DepartmentAdd'
import type { DepartmentRow } from './draft'

interface DepartmentNumbersProps {
  addLabel: string
  unit: string
  rows: readonly DepartmentRow[]
  /** What is wrong with the number of a department. */
  error: (department: number) => string | null
  onChange: (rows: DepartmentRow[]) => void
}

/** A number for each of some departments. */
export function DepartmentNumbers({ addLabel, unit, rows, error, onChange }: DepartmentNumbersProps) {
  const { t } = useTranslation('planning')
  const name = useDepartmentNames()
  return (
    <div className="flex flex-col gap-3">
      {rows.map((row) => (
        <div key={row.key} className="flex flex-wrap items-end gap-2">
          <TextField
            label={t('named', { name: name(row.department), unit })}
            value={row.typed}
            inputMode="decimal"
            error={error(row.department)}
            onChange={(typed) => onChange(rows.map((one) => (one === row ? { ...row, typed } : one)))}
            className="w-64 max-w-full"
          />
          <Button
            kind="quiet"
            icon={<CloseIcon size={16} />}
            aria-label={t('removeOf', { name: name(row.department) })}
            onPress={() => onChange(rows.filter((one) => one !== row))}
          >
            {t('takeOut')}
          </Button>
        </div>
      ))}
      <DepartmentAdd
        label={addLabel}
        besides={rows.map(({ department }) => department)}
        onAdd={(department) => onChange([...rows, { key: department, department, typed: '' }])}
      />
    </div>
  )
}
