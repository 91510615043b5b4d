import { useTranslation } from 'react-i18next'
import type { Booking } from '#/api/bookings'
import { cityTime } from '#/lib/city-time'

/** What happens next with a booking, or happened last, in a sentence: from when, until when, by whose rule. */
export function NextStepLine({ booking }: { booking: Booking }) {
  const { t } = useTranslation()
  const {
    state,
    may,
    check_in_from: from,
    check_in_until: until,
    checked_in_at: in_,
    checked_out_at: out,
    rule,
  } = booking
  if (state === 'checked_out')
    return <p className="py-2.5">{out && t('booking.checkedOutAt', { time: cityTime(out) })}</p>
  if (state === 'checked_in')
    return <p className="py-2.5">{in_ && t('booking.checkedInAt', { time: cityTime(in_) })}</p>
  if (state === 'cancelled') return null
  if (state === 'released') return <p className="py-2.5">{t('booking.releasedNote')}</p>
  return (
    <div className="min-w-0 py-2.5">
      {from && !may.includes('check_in') && <p>{t('booking.checkInFrom', { time: cityTime(from) })}</p>}
      {until && (
        <p>
          {rule
            ? t('booking.releaseRuleOf', { time: cityTime(until), owner: rule.owner })
            : t('booking.releaseRule', { time: cityTime(until) })}
        </p>
      )}
    </div>
  )
}
