import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Booking } from '#/api/bookings'
import { Button } from '#/ui/Button'
import type { ButtonSize } from '#/ui/button-look'

const AskDialog = lazy(async () => ({ default: (await import('#/ui/AskDialog')).AskDialog }))

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
  const [ever, setEver] = useState(false)
  const ask = () => {
    setAsking(true)
    setEver(true)
  }
  return (
    <>
      <Button size={size} className={className} busy={busy} onPress={ask}>
        {t('booking.checkOut')}
      </Button>
      {ever && (
        <Suspense fallback={null}>
          <AskDialog
            title={t('booking.checkOutAsk', { desk: booking.desk.code })}
            open={asking}
            kind="primary"
            verb={t('booking.checkOutDo')}
            stay={t('booking.stay')}
            busy={busy}
            onDo={() => {
              setAsking(false)
              onCheckOut()
            }}
            onClose={() => setAsking(false)}
          >
            <p>{t('booking.checkOutMeans')}</p>
          </AskDialog>
        </Suspense>
      )}
    </>
  )
}
