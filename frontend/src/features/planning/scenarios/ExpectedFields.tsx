import { useTranslation } from 'react-i18next'
import { TextField } from '#/ui/TextField'
import { DepartmentNumbers } from './DepartmentNumbers'
import type { DraftPartProps } from './HistoryFields'

/** How many more people there will be, and how much more or less often they come. */
export function ExpectedFields({ draft, error, onChange }: DraftPartProps) {
  const { t } = useTranslation('planning')
  return (
    <>
      <div className="grid items-start gap-4 rail:grid-cols-2">
        <TextField
          label={t('form.growth')}
          hint={t('form.growthHint')}
          inputMode="decimal"
          value={draft.growth}
          error={error('growth')}
          onChange={(growth) => onChange({ growth })}
        />
        <TextField
          label={t('form.attendance')}
          hint={t('form.attendanceHint')}
          inputMode="decimal"
          value={draft.attendance}
          error={error('attendance')}
          onChange={(attendance) => onChange({ attendance })}
        />
      </div>
      {draft.basis === 'history' && (
        <details open={draft.growthBy.length > 0}>
          <summary className="min-h-11 cursor-pointer py-2 font-bold">{t('form.growthBy')}</summary>
          <p className="mb-3 max-w-[44em] text-sm text-quiet">{t('form.growthByHint')}</p>
          <DepartmentNumbers
            addLabel={t('form.addDepartment')}
            unit={t('unit.percent')}
            rows={draft.growthBy}
            error={(department) => error(`growth_by_department.${department}`)}
            onChange={(growthBy) => onChange({ growthBy })}
          />
        </details>
      )}
    </>
  )
}
