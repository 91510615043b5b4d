import { Link } from '@tanstack/react-router'
import { DaysAtAGlance } from './DaysAtAGlance'
import { FavouriteStar } from './FavouriteStar'
import type { PersonFound } from './queries'
import { WhereLine } from './WhereLine'

interface PersonRowProps {
  person: PersonFound
  day: string
  today: string
  /** No star beside oneself. */
  me: boolean
}

/** One person of a list: the star, the name as the way to the page, where they are, and their coming days. */
export function PersonRow({ person, day, today, me }: PersonRowProps) {
  return (
    <li className="grid gap-x-4 gap-y-2 border-b border-hair py-3 rail:grid-cols-[minmax(0,1fr)_minmax(0,16rem)_auto] rail:items-center">
      <div className="flex min-w-0 items-center gap-2">
        {me ? (
          <span className="size-11 shrink-0" />
        ) : (
          <FavouriteStar person={person} marked={person.favourite} />
        )}
        <div className="min-w-0">
          <Link
            to="/people/$id"
            params={{ id: String(person.id) }}
            search={{ day }}
            className="inline-flex min-h-11 flex-wrap items-center gap-x-2 text-link underline underline-offset-4 hover:decoration-2"
          >
            <b className="whitespace-nowrap">{person.name}</b>
          </Link>
          <p className="text-sm text-quiet">
            {[person.kana, person.department?.name, person.title].filter(Boolean).join(' ')}
          </p>
        </div>
      </div>
      <div className="max-rail:ps-13">
        <WhereLine person={person} day={day} />
      </div>
      {person.visible && <DaysAtAGlance name={person.name} days={person.days} today={today} />}
    </li>
  )
}
