import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { Button } from '#/ui/Button'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorState } from '#/ui/ErrorState'
import { SectionHeading } from '#/ui/SectionHeading'
import { Select } from '#/ui/Select'
import { SkeletonLines } from '#/ui/Skeleton'
import { DeliveryRow } from './DeliveryRow'
import { useDeliveries } from './queries'
import { ReplayAll } from './ReplayAll'
import type { DeliveryState, Webhook } from './shapes'

interface DeliveriesProps {
  webhook: Webhook
  state: DeliveryState | null
  onState: (state: DeliveryState | null) => void
}

const STATES = ['waiting', 'delivered', 'given_up'] as const
const EVERY = 'every'

/** What was sent, is waiting, and was given up, of the last 30 days. */
export function Deliveries({ webhook, state, onState }: DeliveriesProps) {
  const { t } = useTranslation('webhooks')
  const [replaying, setReplaying] = useState(false)
  return (
    <section aria-labelledby="webhook-deliveries" className="flex flex-col gap-3">
      <SectionHeading id="webhook-deliveries" note={t('deliveries.kept')}>
        {t('deliveries.title')}
      </SectionHeading>
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <Select
          label={t('deliveries.which')}
          value={state ?? EVERY}
          options={[
            { value: EVERY, label: t('deliveries.every') },
            ...STATES.map((one) => ({ value: one, label: t(`deliveryState.${one}`) })),
          ]}
          onChange={(value) => onState(value === EVERY ? null : value)}
          className="w-60"
        />
        {webhook.given_up > 0 && webhook.active && (
          <Button onPress={() => setReplaying(true)}>{t('replayAll.open')}</Button>
        )}
      </div>
      <ReplayAll webhook={webhook} open={replaying} onClose={() => setReplaying(false)} />
      <Rows webhook={webhook} state={state} />
    </section>
  )
}

function Rows({ webhook, state }: Omit<DeliveriesProps, 'onState'>) {
  const { t } = useTranslation('webhooks')
  const words = useProblemWords()
  const pages = useDeliveries(webhook.id, state)
  if (pages.isPending) return <SkeletonLines lines={4} className="h-14" />
  if (!pages.data) return <ErrorState title={words(pages.error).title} onRetry={() => void pages.refetch()} />
  const rows = pages.data.pages.flatMap((page) => page.results)
  if (rows.length === 0)
    return (
      <EmptyState title={t(state ? 'deliveries.noneOfThem' : 'deliveries.none')}>
        {!state && t('deliveries.noneLead')}
      </EmptyState>
    )
  return (
    <div className={pages.isPlaceholderData ? 'opacity-60' : ''} aria-busy={pages.isPlaceholderData}>
      <ul aria-label={t('deliveries.title')} className="border-t border-card">
        {rows.map((delivery) => (
          <li key={delivery.id} className="border-b border-card py-2">
            <DeliveryRow delivery={delivery} active={webhook.active} />
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <Button className="mt-4" busy={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </div>
  )
}
