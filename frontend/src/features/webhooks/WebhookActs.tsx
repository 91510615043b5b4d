import { type Ref, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import { showToast } from '#/ui/toasts'
import { Ask } from './Ask'
import { useChange, useRemove, useRenewSecret, useTest } from './acts'
import { Refused } from './Refused'
import { SecretOnce } from './SecretOnce'
import type { Webhook } from './shapes'
import { TestResult } from './TestResult'

interface WebhookActsProps {
  webhook: Webhook
  onEdit: () => void
  /** The focus comes back here from the form. */
  editRef: Ref<HTMLButtonElement>
  onRemoved: () => void
}

/** Try it, change it, pause and resume it, renew its secret, remove it. */
export function WebhookActs({ webhook, onEdit, editRef, onRemoved }: WebhookActsProps) {
  const { t } = useTranslation('webhooks')
  const test = useTest(webhook.id)
  const change = useChange(webhook.id)
  const renew = useRenewSecret(webhook.id)
  const remove = useRemove(webhook.id)
  const [asking, setAsking] = useState<'renew' | 'remove' | null>(null)
  const [secret, setSecret] = useState<string | null>(null)
  const setActive = (active: boolean) =>
    change.mutate(
      { active },
      {
        onSuccess: () =>
          showToast({
            tone: 'done',
            words: t(active ? 'acts.resumed' : 'acts.pausedNow'),
            action: { label: t('undo'), onPress: () => setActive(!active) },
          }),
      },
    )
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap gap-2">
        <Button busy={test.isPending} onPress={() => test.mutate()}>
          {t('acts.test')}
        </Button>
        <Button ref={editRef} kind="quiet" onPress={onEdit}>
          {t('acts.edit')}
        </Button>
        <Button kind="quiet" busy={change.isPending} onPress={() => setActive(!webhook.active)}>
          {t(webhook.active ? 'acts.pause' : 'acts.resume')}
        </Button>
        <Button kind="quiet" onPress={() => setAsking('renew')}>
          {t('acts.renew')}
        </Button>
        <Button kind="destructive" onPress={() => setAsking('remove')}>
          {t('acts.remove')}
        </Button>
      </div>
      <Refused error={test.error ?? change.error} />
      {test.data && <TestResult delivery={test.data} />}
      <Ask
        open={asking === 'renew'}
        title={t('renew.title')}
        verb={t('renew.do')}
        kind="primary"
        busy={renew.isPending}
        error={renew.error}
        onClose={() => setAsking(null)}
        onDo={() =>
          renew.mutate(undefined, {
            onSuccess: (made) => {
              setAsking(null)
              setSecret(made.secret)
            },
          })
        }
      >
        <p>{t('renew.means')}</p>
      </Ask>
      <Ask
        open={asking === 'remove'}
        title={t('remove.title', { name: webhook.name })}
        verb={t('remove.do')}
        kind="destructive"
        busy={remove.isPending}
        error={remove.error}
        onClose={() => setAsking(null)}
        onDo={() =>
          remove.mutate(undefined, {
            onSuccess: () => {
              showToast({ tone: 'done', words: t('remove.done', { name: webhook.name }) })
              onRemoved()
            },
          })
        }
      >
        <p>{t('remove.means')}</p>
      </Ask>
      <SecretOnce secret={secret} renewed onKept={() => setSecret(null)} />
    </div>
  )
}
