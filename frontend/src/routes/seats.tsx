import { createFileRoute } from '@tanstack/react-router'
import type { SeatsSearch } from '#/features/seating/search'
import { openBooks } from '#/lib/i18n'
import { SeatsScreen } from './-seats/SeatsScreen'

export const Route = createFileRoute('/seats')({
  // Read by the screen itself: the first screen of all need not know how.
  validateSearch: (raw: Record<string, unknown>): SeatsSearch => raw,
  beforeLoad: () => openBooks('seating', 'refusals'),
  component: Seats,
})

function Seats() {
  const navigate = Route.useNavigate()
  return (
    <SeatsScreen
      search={Route.useSearch()}
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
