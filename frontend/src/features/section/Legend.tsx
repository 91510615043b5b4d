import { useTranslation } from 'react-i18next'
import { PlaceLetter } from '#/ui/PlaceLetter'
import { pendingLook } from '#/ui/place-look'

const PLACES = ['office', 'home', 'satellite', 'trip', 'leave'] as const

/** What the letters mean; the same drawing as in the cells. */
export function Legend({ deciding }: { deciding: boolean }) {
  const { t } = useTranslation(['section', 'everyday'])
  return (
    <ul aria-label={t('legend')} className="flex flex-wrap items-center gap-x-5 gap-y-2 text-sm">
      {PLACES.map((place) => (
        <li key={place} className="flex items-center gap-2">
          <PlaceLetter place={place} letter={t(`everyday:placeLetter.${place}`)} />
          {t(`everyday:place.${place}`)}
        </li>
      ))}
      <li className="flex items-center gap-2">
        <span
          aria-hidden="true"
          className="inline-flex size-7 items-center justify-center rounded-4 border border-card font-medium text-faint"
        >
          {t('everyday:placeLetter.office')}
        </span>
        {t('presumed')}
      </li>
      {deciding && (
        <li className="flex items-center gap-2">
          <span
            aria-hidden="true"
            className={`inline-flex h-7 items-center gap-1 rounded-4 px-2 whitespace-nowrap ${pendingLook.home}`}
          >
            {t('everyday:placeLetter.home')} <b>{t('pending')}</b>
          </span>
          {t('pendingLong')}
        </li>
      )}
    </ul>
  )
}
