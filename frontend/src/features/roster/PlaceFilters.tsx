import { useTranslation } from 'react-i18next'
import { Select } from '#/ui/Select'
import { TextField } from '#/ui/TextField'
import type { Line, Roster } from './standing'

export interface PlaceChoice {
  floor?: number
  section?: number
}

interface PlaceFiltersProps {
  of: Pick<Roster, 'floors' | 'departments'>
  chosen: PlaceChoice
  onChoose: (chosen: PlaceChoice) => void
  typed: string
  onType: (typed: string) => void
}

/** Search by name, and narrow down to a floor or a section. */
export function PlaceFilters({ of, chosen, onChoose, typed, onType }: PlaceFiltersProps) {
  const { t } = useTranslation('roster')
  const options = (places: readonly { id: number; name: string }[], none: string) => [
    { value: '', label: t('filter.all') },
    ...places.map(({ id, name }) => ({ value: String(id), label: name })),
    { value: '0', label: none },
  ]
  const idOf = (value: string) => (value === '' ? undefined : Number(value))
  return (
    <div className="grid grid-cols-2 items-end gap-3 rail:max-w-200 rail:grid-cols-[2fr_1fr_1fr]">
      <TextField
        className="col-span-2 rail:col-span-1"
        label={t('filter.search')}
        type="search"
        value={typed}
        onChange={onType}
        autoComplete="off"
      />
      <Select
        label={t('filter.floor')}
        value={chosen.floor === undefined ? '' : String(chosen.floor)}
        options={options(of.floors, t('noFloor'))}
        onChange={(value) => onChoose({ ...chosen, floor: idOf(value) })}
      />
      <Select
        label={t('filter.department')}
        value={chosen.section === undefined ? '' : String(chosen.section)}
        options={options(of.departments, t('noDepartment'))}
        onChange={(value) => onChoose({ ...chosen, section: idOf(value) })}
      />
    </div>
  )
}

/** Whether a line lies on the floor and in the section chosen. */
export function isThere(line: Line, { floor, section }: PlaceChoice): boolean {
  return (
    (floor === undefined || (line.floor ?? 0) === floor) &&
    (section === undefined || (line.department ?? 0) === section)
  )
}
