import { useTranslation } from 'react-i18next'
import type { Booking } from '#/api/bookings'
import { CheckIcon, ClockIcon, CloseIcon, InfoIcon } from '#/ui/icons'
import { Tag } from '#/ui/Tag'

/** The state of a booking: icon and word. `today` is the city's day, on which a check-in is due. */
export function BookingTag({ booking, today }: { booking: Booking; today: string }) {
  const { t } = useTranslation()
  const word = t(`booking.state.${booking.state}`)
  if (booking.state === 'booked') {
    return (
      <Tag icon={<ClockIcon size={18} />}>{booking.day === today ? t('booking.beforeCheckIn') : word}</Tag>
    )
  }
  if (booking.state === 'checked_in')
    return (
      <Tag tone="free" icon={<CheckIcon size={18} />}>
        {word}
      </Tag>
    )
  if (booking.state === 'released')
    return (
      <Tag tone="warn" icon={<InfoIcon size={18} />}>
        {word}
      </Tag>
    )
  return (
    <Tag
      tone="quiet"
      icon={booking.state === 'cancelled' ? <CloseIcon size={18} /> : <CheckIcon size={18} />}
    >
      {word}
    </Tag>
  )
}
