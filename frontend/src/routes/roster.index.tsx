import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { RosterScreen } from '#/features/roster/RosterScreen'
import { rosterSearch } from '#/features/roster/search'

export const Route = createFileRoute('/roster/')({
  validateSearch: rosterSearch,
  component: InTheBuilding,
})

function InTheBuilding() {
  const navigate = useNavigate()
  return (
    <RosterScreen
      search={Route.useSearch()}
      onSearch={(search) => void navigate({ to: '/roster', search, replace: true })}
      onStarted={(id) => void navigate({ to: '/roster/$id', params: { id } })}
    />
  )
}
