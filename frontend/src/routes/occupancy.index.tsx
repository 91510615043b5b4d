import { createFileRoute } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type OccupancySearch, occupancySearch } from '#/features/occupancy/choices/search'
import { OccupancyScreen } from '#/features/occupancy/OccupancyScreen'
import { openBooks } from '#/lib/i18n'
import { FacilitiesOnly } from './-facilities/FacilitiesOnly'

export const Route = createFileRoute('/occupancy/')({
  // Read by the screen itself: the first screen of all need not know how.
  validateSearch: (raw: Record<string, unknown>): OccupancySearch => raw,
  beforeLoad: () => openBooks('occupancy'),
  component: Occupancy,
})

function Occupancy() {
  const { t } = useTranslation('occupancy')
  const navigate = Route.useNavigate()
  const search = Route.useSearch()
  return (
    <FacilitiesOnly title={t('title')} locked={t('forbidden')} lead={t('forbiddenLead')}>
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
    </FacilitiesOnly>
  )
}
