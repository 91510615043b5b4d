import { useTranslation } from 'react-i18next'
import { addDays, dayNameWithYear } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Chip } from '#/ui/Chip'
import { WarningIcon } from '#/ui/icons'
import { Choice } from '../Choice'
import { DayField } from '../DayField'
import type { RecordedDays } from '../shapes'
import { DepartmentAdd, useDepartmentNames } from './DepartmentAdd'
import { countedBy, type ScenarioDraft } from './draft'

export interface DraftPartProps {
  draft: ScenarioDraft
  /** What is wrong with a field of the API, in words. */
  error: (field: string) => string | null
  onChange: (change: Partial<ScenarioDraft>) => void
}

const SOURCES = ['gate', 'check_in', 'booking'] as const

interface HistoryFieldsProps extends DraftPartProps {
  today: string
  /** From when to when there are records, by source. */
  recorded: readonly RecordedDays[]
}

/** Which days, counted by what, and whose. */
export function HistoryFields({ draft, today, recorded, error, onChange }: HistoryFieldsProps) {
  const { t } = useTranslation('planning')
  const language = useLanguage()
  const name = useDepartmentNames()
  const noDepartment = error('departments')
  return (
    <>
      <div>
        <p className="font-bold">{t('form.period')}</p>
        <p className="max-w-[44em] text-sm text-quiet">{t('form.periodHint')}</p>
        <p className="mt-1 max-w-[44em] text-sm" aria-live="polite">
          {recordedWords()}
        </p>
        <div className="mt-2 flex flex-wrap items-start gap-4">
          <DayField
            label={t('form.from')}
            value={draft.from}
            most={addDays(today, -1)}
            error={error('history.from')}
            onChange={(from) => onChange({ from })}
          />
          <DayField
            label={t('form.to')}
            value={draft.to}
            most={addDays(today, -1)}
            error={error('history.to')}
            onChange={(to) => onChange({ to })}
          />
        </div>
      </div>
      <Choice
        label={t('form.source')}
        value={draft.source}
        options={SOURCES.map((source) => ({
          value: source,
          label: t(`source.${source}`),
          note: t(`sourceNote.${source}`),
        }))}
        onChange={(source) => onChange(countedBy(source, draft, today, recorded))}
      />
      <Choice
        label={t('form.whose')}
        value={draft.everybody ? 'all' : 'some'}
        options={[
          { value: 'all', label: t('form.everybody') },
          { value: 'some', label: t('form.some') },
        ]}
        onChange={(whose) => onChange({ everybody: whose === 'all' })}
      />
      {!draft.everybody && (
        <div className="flex flex-col gap-3">
          {draft.departments.length > 0 && (
            <ul aria-label={t('form.chosen')} className="flex flex-wrap gap-2">
              {draft.departments.map((id) => (
                <li key={id}>
                  <Chip
                    chosen
                    onChange={() => onChange({ departments: draft.departments.filter((one) => one !== id) })}
                  >
                    {name(id)}
                  </Chip>
                </li>
              ))}
            </ul>
          )}
          <DepartmentAdd
            label={t('form.addDepartment')}
            besides={draft.departments}
            onAdd={(id) => onChange({ departments: [...draft.departments, id] })}
          />
          {noDepartment && <FieldError>{noDepartment}</FieldError>}
        </div>
      )}
    </>
  )

  function recordedWords(): string {
    const days = recorded.find(({ source }) => source === draft.source)
    const source = t(`source.${draft.source}`)
    if (!days?.first || !days.last) return t('form.recordedNone', { source })
    return t('form.recorded', {
      source,
      from: dayNameWithYear(days.first, language),
      to: dayNameWithYear(days.last, language),
      days: t('workingDays', { count: days.days }),
    })
  }
}

/** What is wrong where no single field has it. */
export function FieldError({ children }: { children: string }) {
  return (
    <p role="alert" className="flex items-start gap-1.5 text-sm font-bold text-danger">
      <WarningIcon size={18} className="mt-0.5" />
      {children}
    </p>
  )
}
