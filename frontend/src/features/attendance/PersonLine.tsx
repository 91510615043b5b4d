import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { linkLook } from '#/ui/button-look'
import type { PlaceOrNone } from '#/ui/place-look'
import type { Whereabout } from './section-groups'

/**
 * One person of a section: the name, and at the end the desk, with its half where it is not for the whole day, or the
 * half of the day that is spent here, and where the afternoon is.
 */
export function PersonLine({ who, desks, only, then, place }: Whereabout & { place: PlaceOrNone }) {
  const { t } = useTranslation()
  return (
    <li className="flex min-h-11 break-inside-avoid items-center gap-3 border-b border-hair">
      <span className="min-w-0 grow">
        {who.person.name}
        {who.me && <span className="text-sm text-quiet"> ({t('person.me')})</span>}
      </span>
      <span className="flex shrink-0 flex-wrap items-center justify-end gap-x-2 text-sm">
        {desks.map(({ desk, half }) => (
          <span key={desk.id} className="inline-flex items-center gap-2">
            {half && <span className="text-quiet">{t(`today.${half}Only`)}</span>}
            <Link
              to="/book"
              search={{ floor: desk.floor, desk: desk.id }}
              className={`${linkLook} inline-flex min-h-11 items-center`}
            >
              {desk.code}
            </Link>
          </span>
        ))}
        {desks.length === 0 && (
          <span className="text-quiet">
            {only
              ? t(`today.${only}Only`)
              : place === 'unknown'
                ? who.visible
                  ? ''
                  : t('today.hidden')
                : t('today.allDay')}
          </span>
        )}
        {then && <span className="text-quiet">{t('today.then', { place: t(`place.${then}`) })}</span>}
      </span>
    </li>
  )
}
