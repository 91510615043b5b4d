import { createFileRoute } from '@tanstack/react-router'
import type { GroupSearch } from '#/features/seating/search'
import { openBooks } from '#/lib/i18n'
import { GroupScreen } from './-seats/GroupScreen'

export const Route = createFileRoute('/group')({
  // Read by the screen itself: the first screen of all need not know how.
  validateSearch: (raw: Record<string, unknown>): GroupSearch => raw,
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
          search: (before) => ({ ...before, ...change }),
          replace: true,
          resetScroll: false,
        })
      }
      onBooked={() => void navigate({ to: '/bookings', search: {} })}
    />
  )
}
