import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { linkLook } from '#/ui/button-look'
import { placeLook } from '#/ui/place-look'
import type { PersonFound } from './queries'

/** Where somebody is on the day looked at: the place, and the desk with the way to it on the map. */
export function WhereLine({ person, day }: { person: PersonFound; day: string }) {
  const { t } = useTranslation('people')
  const { t: everyday } = useTranslation()
  const { place, desk, visible } = person
  if (!visible) return <span className="text-sm text-quiet">{t('hidden')}</span>
  if (!place) return <span className="text-sm text-quiet">{t('unknown')}</span>
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <span
        aria-hidden="true"
        className={`inline-flex size-7 items-center justify-center rounded-4 font-medium ${placeLook[place]}`}
      >
        {everyday(`placeLetter.${place}`)}
      </span>
      <span className={desk ? 'sr-only' : ''}>{everyday(`place.${place}`)}</span>
      {desk && (
        <Link
          to="/book"
          search={{ day, floor: desk.floor, near: person.id }}
          aria-label={`${desk.code} ${t('onMapOf', { name: person.name })}`}
          className={`${linkLook} inline-flex min-h-11 items-center font-bold`}
        >
          {desk.code}
        </Link>
      )}
      {desk && <span className="text-sm text-quiet">{desk.area_name}</span>}
    </span>
  )
}
