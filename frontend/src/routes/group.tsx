import { createFileRoute } from '@tanstack/react-router'
import { type GroupSearch, groupSearch } from '#/features/seating/search'
import { openBooks } from '#/lib/i18n'
import { GroupScreen } from './-seats/GroupScreen'

export const Route = createFileRoute('/group')({
  validateSearch: (raw: Record<string, unknown>): GroupSearch => groupSearch(raw),
  beforeLoad: () => openBooks('seating', 'refusals'),
  component: Group,
})

function Group() {
  const navigate = Route.useNavigate()
  return (
    <GroupScreen
      search={Route.useSearch()}
      onSearch={(change) =>
        void navigate({
          search: (before) => groupSearch({ ...before, ...change }),
          replace: true,
          resetScroll: false,
        })
      }
      onBooked={() => void navigate({ to: '/bookings', search: {} })}
    />
  )
}
