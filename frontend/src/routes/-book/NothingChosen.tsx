import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { bookingWords } from '#/features/bookings/words'
import { DeskGlyph } from '#/features/floor-map/DeskGlyph'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { linkLook } from '#/ui/button-look'
import { WandIcon } from '#/ui/icons'
import type { BookState } from './useBookState'

interface NothingChosenProps {
  state: BookState
  onChoose: (desk: number, floor: number) => void
  /** Where the head has no room for the button. */
  onChooseForMe: (() => void) | null
  /** The way into a waiting list, where there is nothing free. */
  wait: ReactNode
}

/** Before a desk is chosen: what I have that day, and the quickest way to a desk. */
export function NothingChosen({ state, onChoose, onChooseForMe, wait }: NothingChosenProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <section className="nothing-chosen flex flex-col gap-4 rounded-8 border border-card bg-white p-5">
      <div className="max-rail:hidden">
        <h2 className="text-xl leading-[1.5] font-bold">{t('book.panelEmptyTitle')}</h2>
        <p className="mt-1 text-sm text-quiet">{t('book.panelEmpty')}</p>
      </div>
      {state.mine.length > 0 && (
        <div>
          <h3 className="text-sm font-bold">{t('book.mine', { day: dayName(state.day, language) })}</h3>
          <ul>
            {state.mine.map((booking) => (
              <li key={booking.id} className="flex items-center gap-2">
                <DeskGlyph state={{ kind: 'mine', bookingId: booking.id }} />
                <b>{booking.desk.code}</b>
                <span className="text-sm">{bookingWords(t, booking)}</span>
                <Button
                  kind="link"
                  className="ms-auto text-sm"
                  onPress={() => onChoose(booking.desk.id, booking.desk.floor)}
                >
                  {t('book.look')}
                  <span className="sr-only">{booking.desk.code}</span>
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {onChooseForMe && (
        <Button icon={<WandIcon size={20} />} onPress={onChooseForMe} className="w-full whitespace-normal">
          {t('book.nearest')}
        </Button>
      )}
      {wait}
      <Link
        to="/group"
        search={{ day: state.day, ...('part' in state.asked && { part: state.asked.part }) }}
        className={`${linkLook} inline-flex min-h-11 items-center`}
      >
        {t('book.group')}
      </Link>
    </section>
  )
}
