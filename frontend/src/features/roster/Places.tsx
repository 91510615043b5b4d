import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Roster } from './standing'

interface PlacesProps {
  by: 'floors' | 'departments'
  roster: Roster
}

const CELL = 'px-2 py-3 text-right tabular-nums'

/** How many are where, floor by floor or section by section; a line opens its people. */
export function Places({ by, roster }: PlacesProps) {
  const { t } = useTranslation('roster')
  const places = by === 'floors' ? floorsAndUnknown(roster, t('noFloor')) : roster.departments
  const shown = places.filter((place) => by === 'floors' || place.seen + place.expected + place.left > 0)
  return (
    <table className="w-full max-w-200 border-collapse">
      <thead>
        <tr className="border-b border-edge text-sm">
          <th scope="col" className="py-2 text-left">
            {t(by === 'floors' ? 'column.floor' : 'column.department')}
          </th>
          {(['seen', 'expected', 'left'] as const).map((standing) => (
            <th key={standing} scope="col" className="w-[4.5rem] px-2 py-2 text-right">
              {t(`standing.${standing}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((place) => (
          <tr key={place.id} className="border-b border-card">
            <th scope="row" className="text-left font-normal">
              <Link
                to="/roster"
                search={{ view: 'people', [by === 'floors' ? 'floor' : 'section']: place.id }}
                className="flex min-h-12 flex-col justify-center text-link underline underline-offset-4"
              >
                {place.name}
              </Link>
            </th>
            <td className={`${CELL} text-xl font-bold`}>{place.seen}</td>
            <td className={CELL}>{place.expected}</td>
            <td className={`${CELL} text-quiet`}>{place.left}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The floors, and last the people whose floor nobody knows: id 0. */
function floorsAndUnknown({ floors, people }: Roster, name: string) {
  const lost = people.filter((line) => line.floor === null)
  if (lost.length === 0) return floors
  const count = (standing: 'seen' | 'expected' | 'left') =>
    lost.filter((line) => line.standing === standing).length
  return [...floors, { id: 0, name, seen: count('seen'), expected: count('expected'), left: count('left') }]
}
