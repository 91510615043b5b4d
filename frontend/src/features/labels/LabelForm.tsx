import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { buttonLook } from '#/ui/button-look'
import { ErrorState } from '#/ui/ErrorState'
import { PrinterIcon } from '#/ui/icons'
import { Select } from '#/ui/Select'
import { SkeletonLines } from '#/ui/Skeleton'
import { TextField } from '#/ui/TextField'
import { floorOptions, floorsOptions } from './queries'
import { SheetPicture } from './SheetPicture'
import type { LabelSearch } from './search'
import { labelsOn, margins, SHEETS, type SheetSize, SIZES, sheetsFor } from './sheets'

interface LabelFormProps {
  /** The city's day: labels are of the layout in force on it. */
  day: string
  search: LabelSearch
  onSearch: (change: LabelSearch) => void
}

const ALL = 'all'
const MOST_SHIFT = 10

/** Which desks, on which sheet, from which label on; what it comes to, and the PDF. */
export function LabelForm({ day, search, onSearch }: LabelFormProps) {
  const { t } = useTranslation('displays')
  const words = useProblemWords()
  const [shift, setShift] = useState({ right: '0', down: '0' })
  const floors = useQuery(floorsOptions(day))
  const floorId = search.floor ?? floors.data?.[0]?.id
  const floor = useQuery({ ...floorOptions(floorId ?? 0, day), enabled: floorId !== undefined })
  if (floors.isPending || (floorId !== undefined && floor.isPending))
    return <SkeletonLines lines={5} className="h-12" />
  const failed = floors.error ?? floor.error
  if (failed || !floors.data || !floor.data) {
    return (
      <ErrorState
        title={failed ? words(failed).title : t('labels.noFloors')}
        onRetry={() => void Promise.all([floors.refetch(), floor.refetch()])}
      />
    )
  }
  const { areas, desks } = floor.data
  const area = areas.find(({ id }) => id === search.area)
  const size: SheetSize = search.sheet ?? '24'
  const sheet = SHEETS[size]
  const first = Math.min(search.first ?? 1, labelsOn(sheet))
  const labels = desks.filter((desk) => !area || desk.area === area.id).length
  const mistake = (text: string) => {
    const number = Number(text)
    return text.trim() === '' || Number.isNaN(number) || Math.abs(number) > MOST_SHIFT
      ? t('labels.shiftWrong', { most: MOST_SHIFT })
      : null
  }
  const ready = labels > 0 && !mistake(shift.right) && !mistake(shift.down)
  const query = new URLSearchParams({
    day,
    floor: String(floor.data.id),
    ...(area ? { area: String(area.id) } : {}),
    sheet: size,
    first: String(first),
    shift_right: shift.right.trim(),
    shift_down: shift.down.trim(),
  })
  return (
    <div className="grid gap-8 rail:grid-cols-[minmax(0,1fr)_18rem]">
      <div className="flex max-w-160 flex-col gap-5">
        <div className="grid gap-4 rail:grid-cols-2">
          <Select
            label={t('labels.floor')}
            value={String(floor.data.id)}
            options={floors.data.map(({ id, name }) => ({ value: String(id), label: name }))}
            onChange={(id) => onSearch({ floor: Number(id), area: undefined })}
          />
          <Select
            label={t('labels.area')}
            value={area ? String(area.id) : ALL}
            options={[
              { value: ALL, label: t('labels.wholeFloor') },
              ...areas.map(({ id, name }) => ({ value: String(id), label: name })),
            ]}
            onChange={(id) => onSearch({ area: id === ALL ? undefined : Number(id) })}
          />
        </div>
        <fieldset className="m-0 border-0 p-0">
          <legend className="mb-1 text-sm font-bold">{t('labels.size')}</legend>
          <div className="grid gap-2 rail:grid-cols-2">
            {SIZES.map((one) => (
              <SizeChoice
                key={one}
                size={one}
                chosen={one === size}
                onChoose={() => onSearch({ sheet: one, first: undefined })}
              />
            ))}
          </div>
        </fieldset>
        <details className="rounded-8 border border-card p-4">
          <summary className="min-h-6 cursor-pointer font-bold">{t('labels.shift')}</summary>
          <p className="my-2 text-sm text-quiet">{t('labels.shiftLead')}</p>
          <div className="grid gap-4 rail:grid-cols-2">
            <TextField
              label={t('labels.shiftRight')}
              inputMode="decimal"
              value={shift.right}
              error={mistake(shift.right)}
              onChange={(right) => setShift({ ...shift, right })}
            />
            <TextField
              label={t('labels.shiftDown')}
              inputMode="decimal"
              value={shift.down}
              error={mistake(shift.down)}
              onChange={(down) => setShift({ ...shift, down })}
            />
          </div>
        </details>
        <div className="flex flex-wrap items-center gap-4">
          <p role="status" className="text-lg font-bold">
            {t('labels.count', { count: labels, sheets: sheetsFor(labels, sheet, first) })}
          </p>
          {ready && (
            <a
              href={`/api/v1/desk-labels.pdf?${query}`}
              download="desk-labels.pdf"
              className={buttonLook('primary', 'primary')}
            >
              <PrinterIcon size={20} />
              {t('labels.download')}
            </a>
          )}
        </div>
        <p className="text-sm text-quiet">{t('labels.printing')}</p>
      </div>
      <div>
        <h2 className="mb-2 text-sm font-bold">{t('labels.firstSheet')}</h2>
        <SheetPicture
          sheet={sheet}
          first={first}
          labels={labels}
          onFirst={(position) => onSearch({ first: position })}
        />
        <p className="mt-2 text-sm text-quiet">{t('labels.firstLead')}</p>
      </div>
    </div>
  )
}

function SizeChoice({ size, chosen, onChoose }: { size: SheetSize; chosen: boolean; onChoose: () => void }) {
  const { t } = useTranslation('displays')
  const { width, height, columns, rows } = SHEETS[size]
  const { left, top } = margins(SHEETS[size])
  return (
    <label className="flex cursor-pointer items-start gap-3 rounded-8 border border-card p-3 hover:bg-solid-gray-50 has-checked:border-accent has-checked:bg-ground has-focus-visible:outline-4 has-focus-visible:outline-offset-2 has-focus-visible:outline-black">
      <input
        type="radio"
        name="sheet"
        checked={chosen}
        onChange={onChoose}
        className="mt-1 size-5 accent-accent"
      />
      <span>
        <span className="block font-bold">{t('labels.perSheet', { size })}</span>
        <span className="block text-sm text-quiet">
          {t('labels.measures', { width, height, columns, rows, left, top })}
        </span>
      </span>
    </label>
  )
}
