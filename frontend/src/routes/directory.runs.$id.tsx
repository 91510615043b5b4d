import { createFileRoute } from '@tanstack/react-router'
import { RunPart } from '#/features/directory/RunPart'
import { filterOf } from '#/features/directory/search'
import { openBooks } from '#/lib/i18n'
import { BelowDirectory, transferLink } from './-directory/DirectoryHead'

export const Route = createFileRoute('/directory/runs/$id')({
  validateSearch: filterOf,
  beforeLoad: () => openBooks('directory', 'refusals'),
  component: Run,
})

/** One run of the directory, for IT. */
function Run() {
  const navigate = Route.useNavigate()
  return (
    <BelowDirectory to="/directory">
      <RunPart
        id={Number(Route.useParams().id)}
        filter={Route.useSearch()}
        onFilter={(search) => void navigate({ search, replace: true, resetScroll: false })}
        transferLink={transferLink}
      />
    </BelowDirectory>
  )
}
