import { useTranslation } from 'react-i18next'
import type { components } from '#/api/generated/schema'
import { Select } from '#/ui/Select'

type Floor = components['schemas']['Floor']
type FloorCount = components['schemas']['FloorCount']

interface FloorChoiceProps {
  floors: readonly Floor[]
  counts: readonly FloorCount[] | undefined
  chosen: number
  onChange: (floor: number) => void
}

/** The floors down the side, the top one first, each with its free desks. */
export function FloorRail({ floors, counts, chosen, onChange }: FloorChoiceProps) {
  const { t } = useTranslation()
  const free = new Map(counts?.map((count) => [count.floor, count.free]))
  return (
    <nav
      aria-label={t('book.floors')}
      className="self-start overflow-hidden rounded-8 border border-card text-sm"
    >
      <p className="flex justify-between gap-2 px-2.5 py-2 font-bold whitespace-nowrap" aria-hidden="true">
        <span>{t('book.floor')}</span>
        <span>{t('book.free')}</span>
      </p>
      <ul>
        {floors.map((floor) => {
          const here = floor.id === chosen
          return (
            <li key={floor.id} className="border-t border-hair">
              <button
                type="button"
                aria-current={here || undefined}
                aria-label={t('book.floorFree', { floor: floor.name, count: free.get(floor.id) ?? 0 })}
                onClick={() => onChange(floor.id)}
                className={`flex min-h-12 w-full items-center justify-between gap-1 border-l-4 pr-2 pl-1.5 whitespace-nowrap ${here ? 'border-accent bg-ground font-bold text-link' : 'border-transparent hover:bg-solid-gray-50'}`}
              >
                <span className="font-bold">{floor.name}</span>
                <span className="min-w-[2ch] text-end">{free.get(floor.id) ?? ''}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

/** The same on a phone: one field with the phone's own list behind it. */
export function FloorSelect({ floors, counts, chosen, onChange }: FloorChoiceProps) {
  const { t } = useTranslation()
  const free = new Map(counts?.map((count) => [count.floor, count.free]))
  return (
    <Select
      label={t('book.floor')}
      labelHidden
      value={String(chosen)}
      options={floors.map((floor) => ({
        value: String(floor.id),
        label: `${floor.name}  ${free.has(floor.id) ? t('book.freeCount', { count: free.get(floor.id) }) : ''}`,
      }))}
      onChange={(value) => onChange(Number(value))}
      className="min-w-0 grow"
    />
  )
}
