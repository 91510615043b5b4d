import { createFileRoute } from '@tanstack/react-router'
import { type SeatsSearch, seatsSearch } from '#/features/seating/search'
import { openBooks } from '#/lib/i18n'
import { SeatsScreen } from './-seats/SeatsScreen'

export const Route = createFileRoute('/seats')({
  validateSearch: (raw: Record<string, unknown>): SeatsSearch => seatsSearch(raw),
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
          search: (before) => seatsSearch({ ...before, ...change }),
          replace,
          resetScroll: false,
        })
      }
    />
  )
}
