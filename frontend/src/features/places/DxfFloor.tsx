import { useTranslation } from 'react-i18next'
import type { components } from '#/api/generated/schema'
import { Select } from '#/ui/Select'
import { TextField } from '#/ui/TextField'

const NEW = 'new'
const FLOOR_CODE = /^(B?0*[1-9]\d{0,2}F?|RF?|屋上)$/i

/** Where a drawing goes: a floor that there is, or a new one by its building and code. */
export interface FloorWish {
  /** Null: a new one. */
  floor: number | null
  building: number | null
  code: string
}

interface DxfFloorProps {
  wish: FloorWish
  floors: readonly components['schemas']['Floor'][]
  buildings: readonly components['schemas']['Building'][]
  onChange: (wish: FloorWish) => void
}

/** Which floor: one of those in use, or one that is not there yet. */
export function DxfFloor({ wish, floors, buildings, onChange }: DxfFloorProps) {
  const { t } = useTranslation('places')
  return (
    <>
      <Select
        label={t('dxf.floor')}
        value={wish.floor === null ? NEW : String(wish.floor)}
        options={[
          ...floors.map((one) => ({ value: String(one.id), label: one.name })),
          { value: NEW, label: t('dxf.newFloor') },
        ]}
        onChange={(id) => onChange({ ...wish, floor: id === NEW ? null : Number(id) })}
      />
      {wish.floor === null && buildings.length > 1 && (
        <Select
          label={t('import.building')}
          value={String(wish.building)}
          options={buildings.map((one) => ({ value: String(one.id), label: one.name }))}
          onChange={(id) => onChange({ ...wish, building: Number(id) })}
        />
      )}
      {wish.floor === null && (
        <TextField
          label={t('dxf.newFloorCode')}
          hint={t('dxf.newFloorHint')}
          value={wish.code}
          onChange={(code) => onChange({ ...wish, code })}
          error={wish.code === '' || isFloorCode(wish.code) ? null : t('dxf.newFloorWrong')}
          autoComplete="off"
          required
        />
      )}
    </>
  )
}

/** Whether `code` says a floor as the server reads it: 14, 14F, B1, R. */
export function isFloorCode(code: string): boolean {
  return FLOOR_CODE.test(code.normalize('NFKC').trim())
}
