import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { buttonLook } from '#/ui/button-look'
import { EmptyState } from '#/ui/EmptyState'

/** No floor, or none of its desks: they come with a layout. */
export function NothingToCount({ title }: { title: string }) {
  const { t } = useTranslation('counting')
  return (
    <EmptyState
      title={title}
      action={
        <Link to="/places" className={buttonLook('secondary')}>
          {t('openPlaces')}
        </Link>
      }
    >
      {t('noAreasLead')}
    </EmptyState>
  )
}
