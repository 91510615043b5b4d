import { Link } from '@tanstack/react-router'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Booking, BookingStep } from '#/api/bookings'
import { areaWords } from '#/api/desk-place'
import { cityTime } from '#/lib/city-time'
import { dayName, timeRange } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { buttonLook, linkLook } from '#/ui/button-look'
import { UndoIcon } from '#/ui/icons'
import { Tag } from '#/ui/Tag'
import { BookingTag } from './BookingTag'
import { CheckOutButton } from './CheckOutButton'
import { NextStepLine } from './NextStepLine'

interface BookingRowProps {
  booking: Booking
  /** The city's day. */
  today: string
  /** What else there is to say of it. */
  note: ReactNode
  pending: BookingStep | null
  onStep: (step: BookingStep) => void
}

/** One booking: when and where, its state, and what can be done with it now. */
export function BookingRow({ booking, today, note, pending, onStep }: BookingRowProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { day, desk, part, start, end, state, undo_until: undoUntil, may } = booking
  const name = dayName(day, language)
  const code = useRef<HTMLSpanElement>(null)
  const take = (step: BookingStep) => {
    // The button that was pressed goes away: the keyboard stays in its row.
    code.current?.focus({ preventScroll: true })
    onStep(step)
  }
  const gone = state === 'cancelled' || state === 'released'
  return (
    <li className="grid gap-x-6 gap-y-1 border-b border-card py-4 rail:grid-cols-[11rem_1fr_auto] rail:items-center">
      <div>
        <p className="font-bold">
          {name}
          {day === today && <span className="text-accent">・{t('day.today')}</span>}
        </p>
        <p className="text-sm text-quiet">
          {part ? `${t(`part.${part}`)} ` : ''}
          <span className="whitespace-nowrap">{timeRange(start, end)}</span>
        </p>
      </div>
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span
            ref={code}
            tabIndex={-1}
            className={`text-lg font-bold ${gone ? 'text-quiet line-through' : ''}`}
          >
            {desk.code}
          </span>
          <BookingTag booking={booking} today={today} />
          {booking.walk_up && <Tag tone="quiet">{t('booking.walkUp')}</Tag>}
          {booking.spilled_over && <Tag tone="quiet">{t('booking.spilledOver')}</Tag>}
        </p>
        <p className="text-sm text-quiet">
          {areaWords(t, desk)}
          {!gone && state !== 'checked_out' && (
            <>
              {'　'}
              <Link
                to="/book"
                search={{ day, floor: desk.floor, desk: desk.id }}
                className={`${linkLook} inline-flex min-h-11 items-center`}
              >
                {t('bookings.seeOnMap')}
              </Link>
            </>
          )}
        </p>
        {note}
        {day === today && (
          <div className="text-sm text-quiet">
            <NextStepLine booking={booking} />
          </div>
        )}
        {may.includes('restore') && undoUntil && (
          <p className="text-sm text-quiet">{t('bookings.restoreUntil', { time: cityTime(undoUntil) })}</p>
        )}
      </div>
      {may.length > 0 && (
        <fieldset className="m-0 flex min-w-0 flex-wrap items-center gap-2 p-0">
          <legend className="sr-only">{t('bookings.actionsFor', { day: name, desk: desk.code })}</legend>
          <StepButtons booking={booking} pending={pending} onStep={take} />
        </fieldset>
      )}
    </li>
  )
}

function StepButtons({ booking, pending, onStep }: Omit<BookingRowProps, 'today' | 'note'>) {
  const { t } = useTranslation()
  const { may, day, part, desk } = booking
  return (
    <>
      {may.includes('check_in') && (
        <Button kind="primary" busy={pending === 'check-in'} onPress={() => onStep('check-in')}>
          {t('booking.checkIn')}
        </Button>
      )}
      {may.includes('change') && (
        <Link
          to="/book"
          search={{ day, booking: booking.id, floor: desk.floor, ...(part ? { part } : {}) }}
          className={buttonLook('secondary')}
        >
          {t('booking.changeBooking')}
        </Link>
      )}
      {may.includes('check_out') && (
        <CheckOutButton
          booking={booking}
          busy={pending === 'check-out'}
          onCheckOut={() => onStep('check-out')}
        />
      )}
      {may.includes('cancel') && (
        <Button kind="destructive" onPress={() => onStep('cancel')}>
          {t('booking.cancel')}
        </Button>
      )}
      {may.includes('restore') && (
        <Button icon={<UndoIcon size={18} />} busy={pending === 'restore'} onPress={() => onStep('restore')}>
          {t('booking.restore')}
        </Button>
      )}
    </>
  )
}
