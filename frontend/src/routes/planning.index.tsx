import { createFileRoute } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PlanningScreen } from '#/features/planning/PlanningScreen'
import { AddScenario } from '#/features/planning/scenarios/AddScenario'
import { planningSearch } from '#/features/planning/search'
import { openBooks } from '#/lib/i18n'
import { FacilitiesOnly } from './-facilities/FacilitiesOnly'

export const Route = createFileRoute('/planning/')({
  validateSearch: planningSearch,
  beforeLoad: () => openBooks('planning', 'refusals'),
  component: Planning,
})

/** 座席計画, for facilities. */
function Planning() {
  const { t } = useTranslation('planning')
  const { add, ...search } = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <FacilitiesOnly title={t('title')} locked={t('notYours')} lead={t('notYoursLead')}>
      {add === undefined ? (
        <PlanningScreen
          search={search}
          onSearch={(next) =>
            void navigate({ search: planningSearch({ ...next }), replace: true, resetScroll: false })
          }
        />
      ) : (
        <AddScenario
          key={add}
          copyOf={add === 'new' ? null : add}
          onSaved={({ id }) => void navigate({ to: '/planning/$id', params: { id: String(id) } })}
          onLeave={() => void navigate({ search })}
        />
      )}
    </FacilitiesOnly>
  )
}
