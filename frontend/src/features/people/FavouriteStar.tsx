import { useTranslation } from 'react-i18next'
import { useFavourite } from './useFavourite'

const STAR =
  'm12 3.6 2.6 5.300 5.800.8-4.200 4.100 1 5.800-5.200-2.700-5.200 2.700 1-5.800L3.600 9.700l5.800-.8z'

interface FavouriteStarProps {
  person: { id: number; name: string }
  marked: boolean
}

/** A star that is full or empty: one press marks the person or takes the mark away. */
export function FavouriteStar({ person, marked }: FavouriteStarProps) {
  const { t } = useTranslation('people')
  const { mark, pending } = useFavourite()
  const shown = pending === person.id ? !marked : marked
  return (
    <button
      type="button"
      aria-pressed={shown}
      aria-label={t(shown ? 'unstar' : 'star', { name: person.name })}
      onClick={() => mark({ person, marked: !marked })}
      className="flex size-11 shrink-0 items-center justify-center rounded-8 text-accent hover:bg-ground"
    >
      <svg viewBox="0 0 24 24" width={24} height={24} aria-hidden="true" className="stroke-current">
        <path
          d={STAR}
          strokeWidth={1.6}
          strokeLinejoin="round"
          className={shown ? 'fill-current' : 'fill-none'}
        />
      </svg>
    </button>
  )
}
