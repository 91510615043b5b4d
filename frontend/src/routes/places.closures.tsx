import { createFileRoute, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '#/api/me'
import { ApiProblem } from '#/api/problem'
import { Closures } from '#/features/places/Closures'
import { openBooks } from '#/lib/i18n'
import { linkLook } from '#/ui/button-look'
import { PageHeading } from '#/ui/PageHeading'

export const Route = createFileRoute('/places/closures')({
  beforeLoad: () => openBooks('places'),
  component: ClosuresScreen,
})

/** Closing desks, areas, floors and buildings for a time, for facilities. */
function ClosuresScreen() {
  const { t } = useTranslation('places')
  const { today, roles } = useMe()
  if (!roles.includes('facilities')) throw new ApiProblem({ status: 403, code: 'forbidden' })
  return (
    <div className="flex max-w-280 flex-col gap-6">
      <div>
        <Link to="/places" className={linkLook}>
          {t('title')}
        </Link>
        <PageHeading>{t('closures.title')}</PageHeading>
      </div>
      <Closures today={today} />
    </div>
  )
}
