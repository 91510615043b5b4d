import { useTranslation } from 'react-i18next'
import { dayAndTime } from '#/lib/day-and-time'
import { useLanguage } from '#/lib/useLanguage'
import { Notice } from '#/ui/Notice'
import type { Webhook } from './shapes'

/** What is wrong with a webhook and what to do about it; nothing while all is well. */
export function TroubleWords({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation('webhooks')
  const language = useLanguage()
  if (!webhook.trouble) return null
  return (
    <Notice tone="warn">
      <p className="font-bold">{t(`trouble.${webhook.trouble}.what`)}</p>
      <p>{t(`trouble.${webhook.trouble}.mend`)}</p>
      {webhook.troubled_since && (
        <p className="text-quiet">{t('since', { when: dayAndTime(webhook.troubled_since, language) })}</p>
      )}
    </Notice>
  )
}
