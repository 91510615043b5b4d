import { createFileRoute } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { OnePlacement } from '#/features/planning/placement/OnePlacement'
import { openBooks } from '#/lib/i18n'
import { FacilitiesOnly } from './-facilities/FacilitiesOnly'

export const Route = createFileRoute('/planning/placements/$id')({
  beforeLoad: () => openBooks('planning', 'refusals'),
  component: Placement,
})

/** Sections placed on the floors of the hall, for facilities. */
function Placement() {
  const { t } = useTranslation('planning')
  const id = Number(Route.useParams().id)
  const navigate = Route.useNavigate()
  return (
    <FacilitiesOnly title={t('hall.title')} locked={t('notYours')} lead={t('notYoursLead')}>
      <OnePlacement
        key={id}
        id={id}
        onAsked={(placement) => void navigate({ params: { id: String(placement.id) } })}
      />
    </FacilitiesOnly>
  )
}
