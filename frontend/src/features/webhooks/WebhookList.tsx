import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { dayAndTime } from '#/lib/day-and-time'
import { useLanguage } from '#/lib/useLanguage'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorState } from '#/ui/ErrorState'
import { InfoIcon, WarningIcon } from '#/ui/icons'
import { SkeletonLines } from '#/ui/Skeleton'
import { webhooksOptions } from './queries'
import { WebhookTag } from './StateTag'
import type { Webhook } from './shapes'

interface WebhookListProps {
  webhookLink: (id: number, words: string) => ReactNode
}

/** Every webhook, where it goes, and how it does. */
export function WebhookList({ webhookLink }: WebhookListProps) {
  const { t } = useTranslation('webhooks')
  const words = useProblemWords()
  const asked = useQuery(webhooksOptions())
  if (asked.isPending) return <SkeletonLines lines={3} className="h-16" />
  if (!asked.data)
    return (
      <ErrorState title={t('lost')} onRetry={() => void asked.refetch()}>
        {words(asked.error).title}
      </ErrorState>
    )
  if (asked.data.length === 0)
    return (
      <EmptyState icon={<InfoIcon />} title={t('empty.title')}>
        <p>{t('empty.lead')}</p>
        <ol className="mt-2 list-decimal ps-6">
          <li>{t('empty.allow')}</li>
          <li>{t('empty.make')}</li>
          <li>{t('empty.test')}</li>
        </ol>
      </EmptyState>
    )
  return (
    <ul aria-label={t('title')} className="border-t border-card">
      {asked.data.map((webhook) => (
        <li key={webhook.id} className="border-b border-card py-3">
          <Row webhook={webhook} webhookLink={webhookLink} />
        </li>
      ))}
    </ul>
  )
}

function Row({ webhook, webhookLink }: WebhookListProps & { webhook: Webhook }) {
  const { t } = useTranslation('webhooks')
  const language = useLanguage()
  const { departments } = webhook
  return (
    <div className="flex flex-col gap-0.5">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {webhookLink(webhook.id, webhook.name)}
        <WebhookTag state={webhook.state} />
      </p>
      <p className="text-sm break-all">{webhook.address}</p>
      <p className="text-sm text-quiet">
        {t('kindsCount', { count: webhook.kinds.length })}
        {t('dot')}
        {departments.length === 0
          ? t('form.everyDepartment')
          : departments.map(({ name }) => name).join(t('comma'))}
        {t('dot')}
        {webhook.last_delivered_at
          ? t('lastDelivered', { when: dayAndTime(webhook.last_delivered_at, language) })
          : t('neverDelivered')}
      </p>
      {(webhook.waiting > 0 || webhook.given_up > 0) && (
        <p className="flex items-center gap-1.5 text-sm">
          {webhook.given_up > 0 && <WarningIcon size={18} className="text-warn-text" />}
          {[
            webhook.waiting > 0 ? t('waiting', { count: webhook.waiting }) : '',
            webhook.given_up > 0 ? t('givenUp', { count: webhook.given_up }) : '',
          ]
            .filter(Boolean)
            .join(t('dot'))}
        </p>
      )}
    </div>
  )
}
