import { createFileRoute } from '@tanstack/react-router'
import { type SectionSearch, sectionSearch } from '#/features/section/period'
import { SectionScreen } from '#/features/section/SectionScreen'
import { openBooks } from '#/lib/i18n'

export const Route = createFileRoute('/section/$id')({
  validateSearch: (raw: Record<string, unknown>): SectionSearch => sectionSearch(raw),
  beforeLoad: () => openBooks('section'),
  component: OtherSection,
})

/** Any department, as far as its people let the reader see them. */
function OtherSection() {
  const navigate = Route.useNavigate()
  const id = Number(Route.useParams().id)
  return (
    <SectionScreen
      department={Number.isSafeInteger(id) && id > 0 ? id : 0}
      search={Route.useSearch()}
      onSearch={(search) => void navigate({ search, resetScroll: false })}
      onDepartment={(other) => void navigate({ params: { id: String(other) }, search: (now) => now })}
    />
  )
}
