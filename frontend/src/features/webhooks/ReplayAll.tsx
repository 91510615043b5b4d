import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cityDay } from '#/lib/city-time'
import { TextField } from '#/ui/TextField'
import { showToast } from '#/ui/toasts'
import { Ask } from './Ask'
import { useReplayAll } from './acts'
import type { Webhook } from './shapes'

interface ReplayAllProps {
  webhook: Webhook
  open: boolean
  onClose: () => void
}

/** Send everything again that was given up since a day; the receiver knows the events again by their ids. */
export function ReplayAll({ webhook, open, onClose }: ReplayAllProps) {
  const { t } = useTranslation('webhooks')
  const replay = useReplayAll(webhook.id)
  const [day, setDay] = useState(cityDay(webhook.troubled_since ?? webhook.created_at))
  return (
    <Ask
      open={open}
      title={t('replayAll.title')}
      verb={t('replayAll.do')}
      kind="primary"
      busy={replay.isPending}
      error={replay.error}
      onClose={onClose}
      onDo={() =>
        replay.mutate(`${day}T00:00:00+09:00`, {
          onSuccess: ({ count }) => {
            showToast({ tone: 'done', words: t('replayAll.done', { count }) })
            onClose()
          },
        })
      }
    >
      <p>{t('replayAll.means')}</p>
      <TextField
        label={t('replayAll.since')}
        type="date"
        value={day}
        onChange={setDay}
        className="max-w-60"
      />
    </Ask>
  )
}
