import { useTranslation } from 'react-i18next'
import { dayAndTime } from '#/lib/day-and-time'
import { useLanguage } from '#/lib/useLanguage'
import type { Webhook } from './shapes'
import { useKindWords } from './useKindWords'

/** Where a webhook goes, of what and whom it hears, and who made it. */
export function Facts({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation('webhooks')
  const language = useLanguage()
  const kindWords = useKindWords()
  const when = (instant: string) => dayAndTime(instant, language)
  const { departments, last_delivered_at, old_secret_until } = webhook
  const facts = [
    { name: t('form.address'), value: webhook.address },
    { name: t('form.kinds'), value: webhook.kinds.map(kindWords).join(t('comma')) },
    {
      name: t('form.departments'),
      value:
        departments.length === 0
          ? t('form.everyDepartment')
          : departments.map(({ name }) => name).join(t('comma')),
    },
    {
      name: t('facts.last'),
      value: last_delivered_at ? when(last_delivered_at) : t('neverDelivered'),
    },
    ...(old_secret_until ? [{ name: t('facts.oldSecret'), value: when(old_secret_until) }] : []),
    {
      name: t('facts.made'),
      value: `${when(webhook.created_at)} ${webhook.created_by_name}`,
    },
  ]
  return (
    <dl className="m-0 grid gap-x-8 gap-y-3 rail:grid-cols-2">
      {facts.map(({ name, value }) => (
        <div key={name} className="min-w-0">
          <dt className="text-sm text-quiet">{name}</dt>
          <dd className="m-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
