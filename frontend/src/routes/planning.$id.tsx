import { createFileRoute } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { OneScenario } from '#/features/planning/scenarios/OneScenario'
import { openBooks } from '#/lib/i18n'
import { FacilitiesOnly } from './-facilities/FacilitiesOnly'

interface ScenarioSearch {
  /** Its conditions are being changed. */
  edit?: true
  /** A placement of it is being asked for. */
  place?: true
}

export const Route = createFileRoute('/planning/$id')({
  validateSearch: ({ edit, place }: Record<string, unknown>): ScenarioSearch =>
    edit === true ? { edit } : place === true ? { place } : {},
  beforeLoad: () => openBooks('planning', 'refusals'),
  component: Scenario,
})

/** One scenario, for facilities. */
function Scenario() {
  const { t } = useTranslation('planning')
  const id = Number(Route.useParams().id)
  const { edit, place } = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <FacilitiesOnly title={t('title')} locked={t('notYours')} lead={t('notYoursLead')}>
      <OneScenario
        key={id}
        id={id}
        doing={edit ? 'change' : place ? 'place' : null}
        onWhole={() => void navigate({ search: {} })}
        onRemoved={() => void navigate({ to: '/planning' })}
        onPlaced={(placement) =>
          void navigate({ to: '/planning/placements/$id', params: { id: String(placement.id) } })
        }
      />
    </FacilitiesOnly>
  )
}
