import { createFileRoute } from '@tanstack/react-router'
import { transferSearchOf } from '#/features/directory/search'
import { TransferPart } from '#/features/directory/TransferPart'
import { openBooks } from '#/lib/i18n'
import { BelowDirectory, personLink, runLink } from './-directory/DirectoryHead'

export const Route = createFileRoute('/directory/transfers/$id')({
  validateSearch: transferSearchOf,
  beforeLoad: () => openBooks('directory', 'refusals'),
  component: Transfer,
})

/** One planned transfer, for IT. */
function Transfer() {
  const navigate = Route.useNavigate()
  return (
    <BelowDirectory to="/directory/transfers">
      <TransferPart
        id={Number(Route.useParams().id)}
        search={Route.useSearch()}
        onSearch={(search) => void navigate({ search, replace: true, resetScroll: false })}
        personLink={personLink}
        runLink={runLink}
      />
    </BelowDirectory>
  )
}
