import { createFileRoute } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '#/api/me'
import { type OccupancySearch, occupancySearch } from '#/features/occupancy/choices/search'
import { OccupancyScreen } from '#/features/occupancy/OccupancyScreen'
import { openBooks } from '#/lib/i18n'
import { EmptyState } from '#/ui/EmptyState'
import { LockIcon } from '#/ui/icons'
import { PageHeading } from '#/ui/PageHeading'

export const Route = createFileRoute('/occupancy/')({
  // Read by the screen itself: the first screen of all need not know how.
  validateSearch: (raw: Record<string, unknown>): OccupancySearch => raw,
  beforeLoad: () => openBooks('occupancy'),
  component: Occupancy,
})

function Occupancy() {
  const { t } = useTranslation('occupancy')
  const me = useMe()
  const navigate = Route.useNavigate()
  const search = Route.useSearch()
  if (!me.roles.includes('facilities')) {
    return (
      <div className="flex flex-col gap-4">
        <PageHeading>{t('title')}</PageHeading>
        <EmptyState icon={<LockIcon />} title={t('forbidden')}>
          {t('forbiddenLead')}
        </EmptyState>
      </div>
    )
  }
  return (
    <OccupancyScreen
      search={occupancySearch({ ...search })}
      onSearch={(change, replace = false) =>
        void navigate({
          search: (before) => ({ ...before, ...change }),
          replace,
          resetScroll: false,
        })
      }
    />
  )
}
