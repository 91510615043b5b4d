import { createFileRoute } from '@tanstack/react-router'
import { useMe } from '#/api/me'
import { type SectionSearch, sectionSearch } from '#/features/section/period'
import { SectionScreen } from '#/features/section/SectionScreen'
import { openBooks } from '#/lib/i18n'

export const Route = createFileRoute('/section/')({
  validateSearch: (raw: Record<string, unknown>): SectionSearch => sectionSearch(raw),
  beforeLoad: () => openBooks('section'),
  component: MySection,
})

/** The section of one's main post, which for a 所属長 is the one managed. */
function MySection() {
  const navigate = Route.useNavigate()
  const me = useMe()
  return (
    <SectionScreen
      department={me.person?.department?.id ?? null}
      search={Route.useSearch()}
      onSearch={(search) => void navigate({ search, resetScroll: false })}
      onDepartment={(id) =>
        void navigate({ to: '/section/$id', params: { id: String(id) }, search: (now) => now })
      }
    />
  )
}
