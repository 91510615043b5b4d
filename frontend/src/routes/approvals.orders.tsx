import { createFileRoute, Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '#/api/me'
import { PersonPicker } from '#/features/acting/PersonPicker'
import { OrderForm } from '#/features/orders/OrderForm'
import { OrderList } from '#/features/orders/OrderList'
import { openBooks } from '#/lib/i18n'
import { Button } from '#/ui/Button'
import { linkLook } from '#/ui/button-look'
import { PlusIcon } from '#/ui/icons'
import { PageHeading } from '#/ui/PageHeading'

export const Route = createFileRoute('/approvals/orders')({
  beforeLoad: () => openBooks('approvals', 'people', 'refusals'),
  component: Orders,
})

/** 在宅勤務の命令: for a section in a disaster or an epidemic, or for the whole hall. */
function Orders() {
  const { t } = useTranslation('approvals')
  const { today, roles, approves } = useMe()
  const [adding, setAdding] = useState(false)
  const top = useRef<HTMLDivElement>(null)
  /** What was pressed is gone with what it belonged to: the reader goes on from the heading. */
  const toTop = () => top.current?.querySelector('h1')?.focus()
  const wholeHall = roles.includes('hr') || roles.includes('crisis')
  return (
    <div ref={top} className="flex max-w-240 flex-col gap-6">
      <div className="flex flex-wrap items-center gap-4">
        <PageHeading>{t('orders.title')}</PageHeading>
        {!adding && (
          <Button
            kind="primary"
            icon={<PlusIcon size={20} />}
            className="ms-auto"
            onPress={() => setAdding(true)}
          >
            {t('orders.new')}
          </Button>
        )}
      </div>
      <p className="max-w-[44em]">{t('orders.lead')}</p>
      {approves && (
        <Link to="/approvals" className={`${linkLook} inline-flex min-h-11 items-center self-start`}>
          {t('orders.back')}
        </Link>
      )}
      {adding && (
        <OrderForm
          today={today}
          wholeHall={wholeHall}
          picker={(onChoose) => (
            <PersonPicker
              label={t('orders.except')}
              hint={t('orders.exceptHint')}
              chosenWords={(name) => t('orders.exceptChosen', { name })}
              chosen={null}
              error={null}
              besides={null}
              onChoose={(person) => person && onChoose(person)}
            />
          )}
          onDone={() => {
            setAdding(false)
            toTop()
          }}
        />
      )}
      <OrderList today={today} onWithdrawn={toTop} />
    </div>
  )
}
