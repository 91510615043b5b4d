import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Booking } from '#/api/bookings'
import { Button } from '#/ui/Button'
import type { ButtonSize } from '#/ui/button-look'
import { Dialog } from '#/ui/Dialog'

interface CheckOutButtonProps {
  booking: Booking
  busy: boolean
  onCheckOut: () => void
  size?: ButtonSize
  className?: string
}

/** Asks first: a check-out cannot be undone, because the desk may be somebody else's a second later. */
export function CheckOutButton({ booking, busy, onCheckOut, size, className }: CheckOutButtonProps) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button size={size} className={className} busy={busy} onPress={() => setAsking(true)}>
        {t('booking.checkOut')}
      </Button>
      <Dialog
        title={t('booking.checkOutAsk', { desk: booking.desk.code })}
        open={asking}
        onClose={() => setAsking(false)}
      >
        <p>{t('booking.checkOutMeans')}</p>
        <div className="mt-6 flex flex-wrap gap-2">
          <Button
            kind="primary"
            size="primary"
            onPress={() => {
              setAsking(false)
              onCheckOut()
            }}
          >
            {t('booking.checkOutDo')}
          </Button>
          <Button size="primary" onPress={() => setAsking(false)}>
            {t('booking.stay')}
          </Button>
        </div>
      </Dialog>
    </>
  )
}
