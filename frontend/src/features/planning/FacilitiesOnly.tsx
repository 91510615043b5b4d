import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '#/api/me'
import { EmptyState } from '#/ui/EmptyState'
import { PageHeading } from '#/ui/PageHeading'

/** Planning is for facilities; who else comes here is told so. */
export function FacilitiesOnly({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation('planning')
  if (useMe().roles.includes('facilities')) return children
  return (
    <div className="flex flex-col gap-4">
      <PageHeading>{title}</PageHeading>
      <EmptyState title={t('notYours')}>{t('notYoursLead')}</EmptyState>
    </div>
  )
}
