import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { linkLook } from '#/ui/button-look'
import type { PlaceOrNone } from '#/ui/place-look'
import type { Whereabout } from './section-groups'

/** One person of a section: the name, and at the end the desk or the half of the day. */
export function PersonLine({ who, desk, only, place }: Whereabout & { place: PlaceOrNone }) {
  const { t } = useTranslation()
  const half = only === 'am' ? t('today.amOnly') : only === 'pm' ? t('today.pmOnly') : null
  return (
    <li className="flex min-h-11 break-inside-avoid items-center gap-3 border-b border-hair">
      <span className="min-w-0 grow">
        {who.person.name}
        {who.me && <span className="text-sm text-quiet"> ({t('person.me')})</span>}
      </span>
      <span className="flex shrink-0 items-center gap-2 text-sm">
        {half && <span className="text-quiet">{half}</span>}
        {desk ? (
          <Link
            to="/book"
            search={{ floor: desk.floor, desk: desk.id }}
            className={`${linkLook} inline-flex min-h-11 items-center`}
          >
            {desk.code}
          </Link>
        ) : (
          !half && (
            <span className="text-quiet">
              {place === 'unknown' ? (who.visible ? '' : t('today.hidden')) : t('today.allDay')}
            </span>
          )
        )}
      </span>
    </li>
  )
}
