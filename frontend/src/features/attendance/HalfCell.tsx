import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { PlusIcon } from '#/ui/icons'
import { placeLook } from '#/ui/place-look'
import type { Stretch } from './queries'

interface HalfCellProps {
  day: string
  half: 'am' | 'pm'
  stretch: Stretch | null
}

const CELL =
  'flex min-h-11 items-center gap-2 rounded-4 px-2 text-sm leading-[1.3] no-underline rail:px-1.5 xl:px-2'

/** Half a day: its place's letter and the desk, or the way to a desk. */
export function HalfCell({ day, half, stretch }: HalfCellProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const said = (what: string) =>
    t('today.stripLink', { day: dayName(day, language), half: t(`part.${half}`), what })
  const way = { to: '/book', search: { day, part: half } } as const

  if (!stretch) {
    return (
      <Link
        {...way}
        aria-label={said(t('today.book'))}
        className={`${CELL} justify-center border border-dashed border-edge text-link hover:bg-ground`}
      >
        <PlusIcon size={16} className="text-quiet" />
        <span className="underline underline-offset-4">{t('today.book')}</span>
      </Link>
    )
  }
  const { place, desk } = stretch
  const letter = (
    <span aria-hidden="true" className="text-base font-medium">
      {t(`placeLetter.${place}`)}
    </span>
  )
  if (place === 'office' && !desk) {
    return (
      <Link {...way} aria-label={said(t('today.pickDesk'))} className={`${CELL} ${placeLook.office}`}>
        {letter}
        <span className="underline underline-offset-4">{t('today.pickDesk')}</span>
      </Link>
    )
  }
  return (
    <div className={`${CELL} ${placeLook[place]}`}>
      {letter}
      <span className="sr-only">{said(t(`place.${place}`))}</span>
      <span className="whitespace-nowrap">
        {desk ? desk.code : <span aria-hidden="true">{t(`place.${place}`)}</span>}
      </span>
    </div>
  )
}
