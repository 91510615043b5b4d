import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Chip } from '#/ui/Chip'
import { Select } from '#/ui/Select'
import { departmentsOptions } from './queries'

interface DepartmentChoiceProps {
  chosen: readonly number[]
  onChange: (chosen: number[]) => void
}

const NONE = ''

/** Whose events are sent: every department's, or those of the chosen ones and all below them. */
export function DepartmentChoice({ chosen, onChange }: DepartmentChoiceProps) {
  const { t } = useTranslation('webhooks')
  const departments = useQuery(departmentsOptions()).data ?? []
  const named = chosen.map((id) => ({
    id,
    name: departments.find((department) => department.id === id)?.name ?? '…',
  }))
  return (
    <div className="flex flex-col gap-2">
      <p className="font-bold">{t('form.departments')}</p>
      <p className="text-sm text-quiet">{t('form.departmentsHint')}</p>
      <div className="flex flex-wrap gap-2">
        {named.length === 0 && <p>{t('form.everyDepartment')}</p>}
        {named.map(({ id, name }) => (
          <Chip key={id} chosen onChange={() => onChange(chosen.filter((other) => other !== id))}>
            {name}
          </Chip>
        ))}
      </div>
      <Select
        label={t('form.addDepartment')}
        value={NONE}
        options={[
          { value: NONE, label: t('form.chooseDepartment') },
          ...departments
            .filter(({ id }) => !chosen.includes(id))
            .map(({ id, name, code }) => ({ value: String(id), label: `${name} (${code})` })),
        ]}
        onChange={(value) => {
          if (value !== NONE) onChange([...chosen, Number(value)])
        }}
        className="max-w-100"
      />
    </div>
  )
}
