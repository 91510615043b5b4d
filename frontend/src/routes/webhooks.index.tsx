import { createFileRoute } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMake } from '#/features/webhooks/acts'
import { SecretOnce } from '#/features/webhooks/SecretOnce'
import type { Made } from '#/features/webhooks/shapes'
import { WebhookForm } from '#/features/webhooks/WebhookForm'
import { WebhookList } from '#/features/webhooks/WebhookList'
import { openBooks } from '#/lib/i18n'
import { Button } from '#/ui/Button'
import { PlusIcon } from '#/ui/icons'
import { PageHeading } from '#/ui/PageHeading'
import { SystemsHead } from './-webhooks/SystemsHead'
import { useItAlone, webhookLink } from './-webhooks/webhook-links'

export const Route = createFileRoute('/webhooks/')({
  beforeLoad: () => openBooks('webhooks', 'calendarHealth', 'refusals'),
  component: Webhooks,
})

/** Webhooks, for IT: which there are, and one more. */
function Webhooks() {
  const { t } = useTranslation('webhooks')
  const navigate = Route.useNavigate()
  const [making, setMaking] = useState(false)
  const [made, setMade] = useState<Made | null>(null)
  const make = useMake()
  const stopped = useRef(false)
  const backToMake = (button: HTMLButtonElement | null) => {
    if (!button || !stopped.current) return
    stopped.current = false
    button.focus()
  }
  useItAlone()
  return (
    <div className="flex max-w-280 flex-col gap-6">
      <div>
        <div className="flex flex-wrap items-center gap-4">
          <PageHeading>{t('title')}</PageHeading>
          {!making && (
            <Button
              ref={backToMake}
              kind="primary"
              icon={<PlusIcon size={20} />}
              className="rail:ms-auto"
              onPress={() => setMaking(true)}
            >
              {t('make.title')}
            </Button>
          )}
        </div>
        <p className="mt-1 mb-3 max-w-[44em] text-quiet">{t('lead')}</p>
        <SystemsHead to="/calendar-health" />
      </div>
      {making && (
        <WebhookForm
          title={t('make.title')}
          verb={t('make.do')}
          busy={make.isPending}
          error={make.error}
          onStop={() => {
            make.reset()
            stopped.current = true
            setMaking(false)
          }}
          onDo={(wanted) =>
            make.mutate(wanted, {
              onSuccess: (answer) => {
                setMaking(false)
                setMade(answer)
              },
            })
          }
        />
      )}
      <WebhookList webhookLink={webhookLink} />
      <SecretOnce
        secret={made?.secret ?? null}
        renewed={false}
        onKept={() => {
          const id = made?.webhook.id
          setMade(null)
          if (id !== undefined) void navigate({ to: '/webhooks/$id', params: { id: String(id) } })
        }}
      />
    </div>
  )
}
