import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { linkLook } from '#/ui/button-look'
import { SectionHeading } from '#/ui/SectionHeading'
import { favouritesOptions } from './queries'
import { WhereLine } from './WhereLine'

/** On the start page: where the people I marked are; nothing at all for whoever has marked nobody. */
export function FavouritesToday({ day }: { day: string }) {
  const { t } = useTranslation('people')
  const people = useQuery(favouritesOptions(day, 0)).data ?? []
  if (people.length === 0) return null
  return (
    <section aria-labelledby="favourites-today" className="flex flex-col gap-3">
      <SectionHeading
        id="favourites-today"
        end={
          <Link to="/people" className={`${linkLook} inline-flex min-h-11 items-center font-bold`}>
            {t('find')}
          </Link>
        }
      >
        {t('favourites')}
      </SectionHeading>
      <ul className="grid gap-x-8 border-t border-solid-gray-420 sm:grid-cols-2 rail:grid-cols-3">
        {people.map((person) => (
          <li key={person.id} className="flex min-h-11 flex-wrap items-center gap-x-3 border-b border-hair">
            <Link
              to="/people/$id"
              params={{ id: String(person.id) }}
              className={`${linkLook} inline-flex min-h-11 min-w-0 grow items-center`}
            >
              {person.name}
            </Link>
            <WhereLine person={person} day={day} />
          </li>
        ))}
      </ul>
    </section>
  )
}
