import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { dayAndTime } from '#/lib/day-and-time'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { ChevronDownIcon, ChevronUpIcon } from '#/ui/icons'
import { SkeletonLines } from '#/ui/Skeleton'
import { showToast } from '#/ui/toasts'
import { useReplay } from './acts'
import { deliveryOptions } from './queries'
import { DeliveryTag } from './StateTag'
import type { Delivery } from './shapes'
import { useKindWords } from './useKindWords'

interface DeliveryRowProps {
  delivery: Delivery
  /** Whether the webhook sends at all. */
  active: boolean
}

/** One delivery: when, of what, how it went; opened, what was posted and answered. */
export function DeliveryRow({ delivery, active }: DeliveryRowProps) {
  const { t } = useTranslation('webhooks')
  const language = useLanguage()
  const kindWords = useKindWords()
  const words = useProblemWords()
  const replay = useReplay()
  const [open, setOpen] = useState(false)
  const again = () =>
    replay.mutate(delivery.id, {
      onSuccess: () => showToast({ tone: 'done', words: t('delivery.again') }),
      onError: (error) => showToast({ tone: 'failed', words: words(error).title }),
    })
  return (
    <div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="tabular-nums">{dayAndTime(delivery.made_at, language)}</span>
        <span className="font-bold">{kindWords(delivery.kind)}</span>
        <DeliveryTag state={delivery.state} />
        <span className="text-sm text-quiet">
          <Outcome delivery={delivery} />
        </span>
        <span className="ms-auto flex gap-2">
          {delivery.event !== null && active && (
            <Button kind="quiet" size="small" busy={replay.isPending} onPress={again}>
              {t(delivery.state === 'waiting' ? 'delivery.now' : 'delivery.replay')}
            </Button>
          )}
          <Button
            kind="quiet"
            size="small"
            aria-expanded={open}
            icon={open ? <ChevronUpIcon size={18} /> : <ChevronDownIcon size={18} />}
            onPress={() => setOpen(!open)}
          >
            {t('delivery.more')}
          </Button>
        </span>
      </div>
      {open && <Contents delivery={delivery} />}
    </div>
  )
}

function Outcome({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation('webhooks')
  const language = useLanguage()
  const parts = [
    delivery.trouble && t(`trouble.${delivery.trouble}.short`),
    delivery.status !== null && t('delivery.status', { status: delivery.status }),
    delivery.tries > 1 && t('delivery.tries', { count: delivery.tries }),
    delivery.state === 'waiting' &&
      delivery.try_at &&
      delivery.tries > 0 &&
      t('delivery.next', { when: dayAndTime(delivery.try_at, language) }),
  ]
  return parts.filter(Boolean).join(t('dot'))
}

function Contents({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation('webhooks')
  const body = useQuery(deliveryOptions(delivery.id)).data?.body
  const look =
    'overflow-x-auto rounded-8 bg-solid-gray-50 p-3 font-mono text-xs whitespace-pre-wrap break-all'
  return (
    <dl className="m-0 mt-2 flex flex-col gap-3">
      <div>
        <dt className="text-sm font-bold">{t('delivery.body')}</dt>
        <dd className="m-0 mt-1">
          {body === undefined ? (
            <SkeletonLines lines={2} className="h-6" />
          ) : (
            <pre className={look}>{readable(body)}</pre>
          )}
        </dd>
      </div>
      <div>
        <dt className="text-sm font-bold">
          {t('delivery.answer')}
          {delivery.milliseconds !== null && (
            <span className="ms-2 font-normal text-quiet">
              {t('delivery.took', { milliseconds: delivery.milliseconds })}
            </span>
          )}
        </dt>
        <dd className="m-0 mt-1">
          {delivery.answer ? <pre className={look}>{delivery.answer}</pre> : t('delivery.noAnswer')}
        </dd>
      </div>
    </dl>
  )
}

function readable(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return body
  }
}
