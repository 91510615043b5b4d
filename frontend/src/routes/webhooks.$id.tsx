import { createFileRoute, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { DeliveryState } from '#/features/webhooks/shapes'
import { WebhookPart } from '#/features/webhooks/WebhookPart'
import { openBooks } from '#/lib/i18n'
import { lineLook, useItAlone } from './-webhooks/webhook-links'

const STATES: readonly unknown[] = ['waiting', 'delivered', 'given_up'] satisfies DeliveryState[]
const isState = (state: unknown): state is DeliveryState => STATES.includes(state)

export const Route = createFileRoute('/webhooks/$id')({
  validateSearch: ({ state }: Record<string, unknown>): { state?: DeliveryState } =>
    isState(state) ? { state } : {},
  beforeLoad: () => openBooks('webhooks', 'refusals'),
  component: OneWebhook,
})

/** One webhook and its deliveries, for IT. */
function OneWebhook() {
  const { t } = useTranslation('webhooks')
  const navigate = Route.useNavigate()
  useItAlone()
  return (
    <div className="flex max-w-280 flex-col">
      <Link to="/webhooks" className={lineLook}>
        {t('title')}
      </Link>
      <WebhookPart
        id={Number(Route.useParams().id)}
        state={Route.useSearch().state ?? null}
        onState={(state) =>
          void navigate({ search: state ? { state } : {}, replace: true, resetScroll: false })
        }
        onRemoved={() => void navigate({ to: '/webhooks' })}
      />
    </div>
  )
}
