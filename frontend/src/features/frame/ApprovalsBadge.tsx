import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { approvalsCountOptions } from '#/api/approvals-count'

/** How many decisions wait for me, beside the word of the screen; nothing when there are none. */
export function ApprovalsBadge({ className }: { className: string }) {
  const { t } = useTranslation()
  const { data } = useQuery(approvalsCountOptions())
  if (!data || data.total === 0) return null
  return (
    <span
      className={`flex h-6 min-w-6 items-center justify-center rounded-full bg-accent px-1 text-sm leading-none font-bold text-white ${className}`}
    >
      <span aria-hidden="true">{data.total}</span>
      <span className="sr-only">{t('nav.waiting', { count: data.total })}</span>
    </span>
  )
}
