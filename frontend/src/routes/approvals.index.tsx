import { createFileRoute } from '@tanstack/react-router'
import { useMe } from '#/api/me'
import { ApprovalsScreen } from '#/features/approvals/ApprovalsScreen'
import { type ApprovalsSearch, approvalsSearch } from '#/features/approvals/search'
import { openBooks } from '#/lib/i18n'

export const Route = createFileRoute('/approvals/')({
  // Read by the screen itself: the first screen of all need not know how.
  validateSearch: (raw: Record<string, unknown>): ApprovalsSearch => raw,
  beforeLoad: () => openBooks('approvals', 'telework', 'refusals'),
  component: Approvals,
})

function Approvals() {
  const navigate = Route.useNavigate()
  const { roles } = useMe()
  return (
    <ApprovalsScreen
      search={approvalsSearch({ ...Route.useSearch() })}
      mayOrder={roles.some((role) => ['manager', 'hr', 'crisis'].includes(role))}
      onSearch={(change) =>
        void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false })
      }
    />
  )
}
