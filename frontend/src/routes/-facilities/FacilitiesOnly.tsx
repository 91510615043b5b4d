import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '#/api/me'
import { buttonLook } from '#/ui/button-look'
import { EmptyState } from '#/ui/EmptyState'
import { LockIcon } from '#/ui/icons'
import { PageHeading } from '#/ui/PageHeading'

type Props = {
  title: string
  /** Whose the screen is, and whom to ask: for those who are not. */
  locked: string
  lead?: string
  children: ReactNode
}

/** A screen for facilities; who else comes here is told so, with a way back. */
export function FacilitiesOnly({ title, locked, lead, children }: Props) {
  const { t } = useTranslation()
  if (useMe().roles.includes('facilities')) return children
  return (
    <div className="flex flex-col gap-4">
      <PageHeading>{title}</PageHeading>
      <EmptyState
        icon={<LockIcon />}
        title={locked}
        action={
          <Link to="/" className={buttonLook()}>
            {t('error.home')}
          </Link>
        }
      >
        {lead}
      </EmptyState>
    </div>
  )
}
