import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Select } from '#/ui/Select'
import type { Draft } from './draft'
import { departmentsOptions, floorOptions, floorsOptions } from './queries'
import { MODES } from './values'

interface ScopeFieldsProps {
  draft: Draft
  today: string
  onChange: (change: Partial<Draft>) => void
}

const NONE = ''

/** Where and for whom: an area, a desk mode, a department, or any of them together. */
export function ScopeFields({ draft, today, onChange }: ScopeFieldsProps) {
  const { t } = useTranslation(['rules', 'everyday'])
  const [floor, setFloor] = useState<number | null>(null)
  const floors = useQuery(floorsOptions(today)).data ?? []
  const plan = useQuery({ ...floorOptions(floor ?? 0, today), enabled: floor !== null }).data
  const departments = useQuery(departmentsOptions()).data ?? []
  const areas = plan?.areas ?? []
  const unknown = draft.area !== null && !areas.some(({ id }) => id === draft.area)
  return (
    <div className="grid gap-4 rail:grid-cols-2">
      <Select
        label={t('form.floor')}
        value={floor === null ? NONE : String(floor)}
        options={[
          { value: NONE, label: t('form.floorAll') },
          ...floors.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
        onChange={(value) => {
          setFloor(value === NONE ? null : Number(value))
          onChange({ area: null })
        }}
      />
      <Select
        label={t('form.area')}
        value={draft.area === null ? NONE : String(draft.area)}
        options={[
          { value: NONE, label: t(floor === null && !unknown ? 'form.areaFirst' : 'form.areaAll') },
          ...(unknown ? [{ value: String(draft.area), label: t('form.areaNow') }] : []),
          ...areas.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
        onChange={(value) => onChange({ area: value === NONE ? null : Number(value) })}
      />
      <Select
        label={t('form.mode')}
        value={draft.desk_mode}
        options={[
          { value: '' as Draft['desk_mode'], label: t('form.modeAll') },
          ...MODES.map((mode) => ({ value: mode as Draft['desk_mode'], label: t(`mode.${mode}`) })),
        ]}
        onChange={(desk_mode) => onChange({ desk_mode })}
      />
      <Select
        label={t('form.department')}
        value={draft.department === null ? NONE : String(draft.department)}
        options={[
          { value: NONE, label: t('form.departmentAll') },
          ...departments.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
        onChange={(value) => onChange({ department: value === NONE ? null : Number(value) })}
      />
    </div>
  )
}
