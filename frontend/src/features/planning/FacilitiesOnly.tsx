import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '#/api/me'
import { buttonLook } from '#/ui/button-look'
import { EmptyState } from '#/ui/EmptyState'
import { LockIcon } from '#/ui/icons'
import { PageHeading } from '#/ui/PageHeading'

/** Planning is for facilities; who else comes here is told so, with a way back. */
export function FacilitiesOnly({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation('planning')
  const { t: everyday } = useTranslation()
  if (useMe().roles.includes('facilities')) return children
  return (
    <div className="flex flex-col gap-4">
      <PageHeading>{title}</PageHeading>
      <EmptyState
        icon={<LockIcon />}
        title={t('notYours')}
        action={
          <Link to="/" className={buttonLook()}>
            {everyday('error.home')}
          </Link>
        }
      >
        {t('notYoursLead')}
      </EmptyState>
    </div>
  )
}
