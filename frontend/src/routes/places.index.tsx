import { createFileRoute, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '#/api/me'
import { ApiProblem } from '#/api/problem'
import { PlacesOverview } from '#/features/places/PlacesOverview'
import { openBooks } from '#/lib/i18n'
import { buttonLook, linkLook } from '#/ui/button-look'
import { PageHeading } from '#/ui/PageHeading'

export const Route = createFileRoute('/places/')({
  beforeLoad: () => openBooks('places'),
  component: Places,
})

/** レイアウト, for facilities: every floor with what it has, what is coming and what is in work. */
function Places() {
  const { t } = useTranslation('places')
  const { today, roles } = useMe()
  const navigate = Route.useNavigate()
  if (!roles.includes('facilities')) throw new ApiProblem({ status: 403, code: 'forbidden' })
  const look = buttonLook('quiet', 'small')
  return (
    <div className="max-w-280">
      <PageHeading>{t('title')}</PageHeading>
      <p className="mt-1 text-quiet">{t('overview.lead')}</p>
      <nav className="places-links" aria-label={t('overview.more')}>
        <Link to="/places/import" className={look}>
          {t('overview.import')}
        </Link>
        <Link to="/places/closures" className={look}>
          {t('overview.closures')}
        </Link>
        <Link to="/places/labels" className={look}>
          {t('overview.labels')}
        </Link>
        <Link to="/places/displays" className={look}>
          {t('overview.displays')}
        </Link>
      </nav>
      <PlacesOverview
        today={today}
        draftLink={(draft, children) => (
          <Link to="/places/drafts/$id" params={{ id: String(draft) }} className={`${linkLook} font-bold`}>
            {children}
          </Link>
        )}
        onOpen={(draft) => void navigate({ to: '/places/drafts/$id', params: { id: String(draft) } })}
      />
    </div>
  )
}
