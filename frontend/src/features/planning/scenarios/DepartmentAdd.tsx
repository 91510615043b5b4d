import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import { PlusIcon } from '#/ui/icons'
import { Select } from '#/ui/Select'
import { departmentsOptions } from '../queries'

interface DepartmentAddProps {
  label: string
  /** Those chosen already, offered no more. */
  besides: readonly number[]
  onAdd: (department: number) => void
}

const NONE = ''

/** Choose a department, and add it: everything by the keyboard. */
export function DepartmentAdd({ label, besides, onAdd }: DepartmentAddProps) {
  const { t } = useTranslation('planning')
  const [chosen, setChosen] = useState(NONE)
  const departments = useQuery(departmentsOptions()).data ?? []
  const offered = departments.filter(({ id }) => !besides.includes(id))
  return (
    <div className="flex flex-wrap items-end gap-2">
      <Select
        label={label}
        value={chosen}
        options={[
          { value: NONE, label: t('choose') },
          ...offered.map(({ id, name, kind }) => ({
            value: String(id),
            label: kind === 'section' ? `　${name}` : name,
          })),
        ]}
        onChange={setChosen}
        className="w-64 max-w-full"
      />
      <Button
        icon={<PlusIcon size={18} />}
        isDisabled={chosen === NONE}
        onPress={() => {
          onAdd(Number(chosen))
          setChosen(NONE)
        }}
      >
        {t('add')}
      </Button>
    </div>
  )
}

/** The name of a department by its id, while they are known. */
export function useDepartmentNames(): (id: number) => string {
  const departments = useQuery(departmentsOptions()).data
  const names = new Map(departments?.map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? '…'
}
