import { useTranslation } from 'react-i18next'
import { type PlaceOrNone, placeLook } from './place-look'

/** The letter of a place on its tint; its word stands beside it. */
export function PlaceLetter({ place }: { place: PlaceOrNone }) {
  const { t } = useTranslation()
  return (
    <span
      aria-hidden="true"
      className={`inline-flex size-7 shrink-0 items-center justify-center rounded-4 font-medium ${placeLook[place]}`}
    >
      {t(`placeLetter.${place}`)}
    </span>
  )
}
