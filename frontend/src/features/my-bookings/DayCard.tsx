import { Link } from '@tanstack/react-router'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Booking, BookingStep } from '#/api/bookings'
import { areaWords } from '#/api/desk-place'
import type { components } from '#/api/generated/schema'
import { timeRange } from '#/lib/dates'
import { Button } from '#/ui/Button'
import { buttonLook } from '#/ui/button-look'
import { Card } from '#/ui/Card'
import { CheckIcon } from '#/ui/icons'
import { BookingTag } from './BookingTag'
import { CheckOutButton } from './CheckOutButton'
import { NextStepLine } from './NextStepLine'

interface DayCardProps {
  booking: Booking
  /** The city's day. */
  today: string
  features: readonly components['schemas']['Feature'][]
  /** A small plan with the desk marked. */
  map: ReactNode
  /** The step the server has not yet answered. */
  pending: BookingStep | null
  onStep: (step: BookingStep) => void
}

/** My desk today: where, until when, and the one thing to do now. */
export function DayCard({ booking, today, features, map, pending, onStep }: DayCardProps) {
  const { t } = useTranslation()
  const { desk, part, start, end, may } = booking
  const where = [areaWords(t, desk), ...features.map((one) => t(`feature.${one}`))]
  const code = useRef<HTMLParagraphElement>(null)
  const take = (step: BookingStep) => {
    // The button that was pressed goes away: the keyboard stays where it was.
    code.current?.focus({ preventScroll: true })
    onStep(step)
  }
  const changeable = may.includes('change')
  const droppable = may.includes('cancel')
  return (
    <Card label={t('today.myDay')}>
      <div className="grid gap-4 rail:grid-cols-[minmax(0,1fr)_21rem] rail:gap-6">
        <div className="rail:row-span-1">
          <BookingTag booking={booking} today={today} />
          <p ref={code} tabIndex={-1} className="mt-2 text-4xl leading-[1.4] font-bold">
            {desk.code}
          </p>
          <p className="rail:mt-1">{where.join(t('app.dot'))}</p>
          <p>
            {part ? `${t(`part.${part}`)} ` : ''}
            <span className="whitespace-nowrap">{timeRange(start, end)}</span>
          </p>
        </div>
        <div className="rail:row-span-2">{map}</div>
        <div className="flex flex-wrap items-end gap-2 self-end">
          {may.includes('check_in') && (
            <Button
              kind="primary"
              size="big"
              className="basis-full rail:min-w-44 rail:basis-auto"
              icon={<CheckIcon size={22} />}
              busy={pending === 'check-in'}
              onPress={() => take('check-in')}
            >
              {t('booking.checkIn')}
            </Button>
          )}
          {changeable && (
            <Link
              to="/book"
              search={{ day: booking.day, booking: booking.id, floor: desk.floor, ...asked(booking) }}
              className={`${buttonLook('secondary', 'control')} min-h-12 grow rail:min-h-14 rail:grow-0`}
            >
              {t('booking.change')}
            </Link>
          )}
          {may.includes('check_out') && (
            <CheckOutButton
              booking={booking}
              busy={pending === 'check-out'}
              onCheckOut={() => take('check-out')}
              className="min-h-12 grow rail:min-h-14 rail:grow-0"
            />
          )}
          {droppable && (
            <Button className="min-h-12 grow rail:hidden" onPress={() => take('cancel')}>
              {t('booking.giveUp')}
            </Button>
          )}
        </div>
      </div>
      <div className="mt-4 flex items-start gap-x-6 border-card text-sm text-quiet rail:border-t rail:pt-2">
        <NextStepLine booking={booking} />
        {droppable && (
          <div className="ms-auto hidden shrink-0 rail:block">
            <Button kind="link" onPress={() => take('cancel')}>
              {t('booking.giveUp')}
            </Button>
          </div>
        )}
      </div>
    </Card>
  )
}

function asked({ part }: Booking) {
  return part ? { part } : {}
}
