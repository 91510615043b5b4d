import { useTranslation } from 'react-i18next'
import type { Booking } from '#/api/bookings'
import { useSteps } from '#/features/my-bookings/useSteps'
import { cityTime } from '#/lib/city-time'
import { Button } from '#/ui/Button'
import { WarningIcon } from '#/ui/icons'
import { Todo } from './Todo'

/** A desk that was released, and the way to have it back. */
export function TodoLost({ booking }: { booking: Booking }) {
  const { t } = useTranslation()
  const steps = useSteps()
  return (
    <Todo
      icon={<WarningIcon className="text-warn" />}
      title={t('today.todoReleased', { desk: booking.desk.code })}
      lead={
        booking.undo_until
          ? t('today.todoReleasedLead', { time: cityTime(booking.undo_until) })
          : t('booking.releasedNote')
      }
    >
      <Button
        kind="link"
        className="-ms-1"
        busy={steps.pendingOf(booking) === 'restore'}
        onPress={() => steps.take(booking, 'restore')}
      >
        {t('booking.restore')}
      </Button>
    </Todo>
  )
}
