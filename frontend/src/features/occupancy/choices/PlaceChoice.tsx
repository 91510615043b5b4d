import { useQueries, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { floorOptions } from '#/api/floors'
import { ChevronDownIcon } from '#/ui/icons'
import { buildingsOptions, departmentsOptions, floorsOptions } from '../queries'
import { type Asked, PLACE_KINDS, type PlaceKind } from './search'

interface PlaceChoiceProps {
  asked: Asked
  today: string
  onChoose: (place: { kind: PlaceKind; id: number } | null) => void
}

const ALL = 'all'
const INDENT: Record<string, string> = {
  division: '\u3000',
  section: '\u3000\u3000',
  unit: '\u3000\u3000\u3000',
}

/** 場所: everything, or one building, floor, area or department; the browser's own list, so that phones show theirs. */
export function PlaceChoice({ asked, today, onChoose }: PlaceChoiceProps) {
  const { t } = useTranslation('occupancy')
  const buildings = useQuery(buildingsOptions()).data ?? []
  const floors = useQuery(floorsOptions()).data ?? []
  const departments = useQuery(departmentsOptions()).data ?? []
  const plans = useQueries({ queries: floors.map(({ id }) => floorOptions(id, today)) })
  const kind = PLACE_KINDS.find((one) => asked[one] !== undefined)
  const value = kind ? `${kind}-${asked[kind]}` : ALL
  const ordered = inTreeOrder(departments)
  return (
    <label className="flex min-w-0 flex-col gap-1">
      <span className="text-sm font-bold">{t('place.label')}</span>
      <span className="relative flex">
        <select
          value={value}
          onChange={({ target }) => {
            const [chosen, id] = target.value.split('-')
            const place = PLACE_KINDS.find((one) => one === chosen)
            onChoose(place ? { kind: place, id: Number(id) } : null)
          }}
          className="min-h-11 w-full max-w-72 appearance-none truncate rounded-8 border border-edge bg-white py-1 pr-10 pl-4 leading-[1.4]"
        >
          <option value={ALL}>{t('place.all')}</option>
          {buildings.length > 1 && (
            <optgroup label={t('place.buildings')}>
              {buildings.map(({ id, name }) => (
                <option key={id} value={`building-${id}`}>
                  {name}
                </option>
              ))}
            </optgroup>
          )}
          <optgroup label={t('place.floors')}>
            {floors.map(({ id, name, desks }) => (
              <option key={id} value={`floor-${id}`}>
                {t('place.withDesks', { name, desks })}
              </option>
            ))}
          </optgroup>
          {plans.map(({ data: floor }) =>
            floor && floor.areas.length > 1 ? (
              <optgroup key={floor.id} label={t('place.areasOf', { floor: floor.name })}>
                {floor.areas.map((area) => (
                  <option key={area.id} value={`area-${area.id}`}>
                    {area.name}
                  </option>
                ))}
              </optgroup>
            ) : null,
          )}
          <optgroup label={t('place.departments')}>
            {ordered.map(({ id, name, kind: level }) => (
              <option key={id} value={`department-${id}`}>
                {INDENT[level] ?? ''}
                {name}
              </option>
            ))}
          </optgroup>
        </select>
        <ChevronDownIcon
          size={18}
          className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2"
        />
      </span>
    </label>
  )
}

interface InTree {
  id: number
  parent?: number | null
}

/** Parents before their own, siblings as they came. */
function inTreeOrder<One extends InTree>(departments: readonly One[]): One[] {
  const known = new Set(departments.map(({ id }) => id))
  const below = new Map<number | null, One[]>()
  for (const one of departments) {
    const parent = one.parent != null && known.has(one.parent) ? one.parent : null
    below.set(parent, [...(below.get(parent) ?? []), one])
  }
  const under = (parent: number | null): One[] =>
    (below.get(parent) ?? []).flatMap((one) => [one, ...under(one.id)])
  return under(null)
}
