import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { ErrorState } from '#/ui/ErrorState'
import { PageHeading } from '#/ui/PageHeading'
import { SkeletonLines } from '#/ui/Skeleton'
import { showToast } from '#/ui/toasts'
import { useChange } from './acts'
import { Deliveries } from './Deliveries'
import { Facts } from './Facts'
import { webhookOptions } from './queries'
import { WebhookTag } from './StateTag'
import type { DeliveryState, Webhook } from './shapes'
import { TroubleWords } from './TroubleWords'
import { WebhookActs } from './WebhookActs'
import { WebhookForm } from './WebhookForm'

interface WebhookPartProps {
  id: number
  state: DeliveryState | null
  onState: (state: DeliveryState | null) => void
  onRemoved: () => void
}

/** One webhook: how it does, what can be done with it, and what was sent. */
export function WebhookPart({ id, ...rest }: WebhookPartProps) {
  const { t } = useTranslation('webhooks')
  const words = useProblemWords()
  const asked = useQuery(webhookOptions(id))
  if (asked.isPending) return <SkeletonLines lines={4} className="h-16" />
  if (!asked.data)
    return (
      <ErrorState title={t('lost')} onRetry={() => void asked.refetch()}>
        {words(asked.error).title}
      </ErrorState>
    )
  return <Shown webhook={asked.data} {...rest} />
}

function Shown({ webhook, state, onState, onRemoved }: Omit<WebhookPartProps, 'id'> & { webhook: Webhook }) {
  const { t } = useTranslation('webhooks')
  const [editing, setEditing] = useState(false)
  const change = useChange(webhook.id)
  const editor = useRef(false)
  const close = () => {
    editor.current = true
    setEditing(false)
  }
  const backToEdit = (button: HTMLButtonElement | null) => {
    if (!button || !editor.current) return
    editor.current = false
    button.focus()
  }
  return (
    <div className="flex flex-col gap-8">
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <PageHeading>{webhook.name}</PageHeading>
          <WebhookTag state={webhook.state} />
        </div>
        <TroubleWords webhook={webhook} />
        {editing ? (
          <WebhookForm
            title={t('edit.title')}
            verb={t('edit.do')}
            was={{
              name: webhook.name,
              address: webhook.address,
              kinds: [...webhook.kinds],
              departments: webhook.departments.map(({ id }) => id),
            }}
            busy={change.isPending}
            error={change.error}
            onStop={() => {
              change.reset()
              close()
            }}
            onDo={(wanted) =>
              change.mutate(wanted, {
                onSuccess: () => {
                  showToast({ tone: 'done', words: t('edit.done') })
                  close()
                },
              })
            }
          />
        ) : (
          <>
            <Facts webhook={webhook} />
            <WebhookActs
              editRef={backToEdit}
              webhook={webhook}
              onEdit={() => setEditing(true)}
              onRemoved={onRemoved}
            />
          </>
        )}
      </div>
      <Deliveries webhook={webhook} state={state} onState={onState} />
    </div>
  )
}
