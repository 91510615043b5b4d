import { useTranslation } from 'react-i18next'
import { CheckIcon, ClockIcon, CloseIcon, InfoIcon, MinusIcon, WarningIcon } from '#/ui/icons'
import { Tag, type TagTone } from '#/ui/Tag'
import type { DeliveryState, Webhook } from './shapes'

const WEBHOOKS = {
  untried: { tone: 'quiet', Icon: InfoIcon },
  working: { tone: 'free', Icon: CheckIcon },
  failing: { tone: 'warn', Icon: WarningIcon },
  paused: { tone: 'quiet', Icon: MinusIcon },
} as const satisfies Record<Webhook['state'], { tone: TagTone; Icon: typeof CheckIcon }>

const DELIVERIES = {
  waiting: { tone: 'accent', Icon: ClockIcon },
  delivered: { tone: 'free', Icon: CheckIcon },
  given_up: { tone: 'warn', Icon: CloseIcon },
} as const satisfies Record<DeliveryState, { tone: TagTone; Icon: typeof CheckIcon }>

/** How a webhook does: an icon and a word. */
export function WebhookTag({ state }: { state: Webhook['state'] }) {
  const { t } = useTranslation('webhooks')
  const { tone, Icon } = WEBHOOKS[state]
  return (
    <Tag tone={tone} icon={<Icon size={16} />}>
      {t(`state.${state}`)}
    </Tag>
  )
}

/** How far a delivery is. */
export function DeliveryTag({ state }: { state: DeliveryState }) {
  const { t } = useTranslation('webhooks')
  const { tone, Icon } = DELIVERIES[state]
  return (
    <Tag tone={tone} icon={<Icon size={16} />}>
      {t(`deliveryState.${state}`)}
    </Tag>
  )
}
