import { createFileRoute } from '@tanstack/react-router'
import { openBooks } from '#/lib/i18n'
import { MyTelework } from './-telework/MyTelework'

interface TeleworkSearch {
  /** The request being mended. */
  request?: number
}

export const Route = createFileRoute('/telework/')({
  validateSearch: ({ request }: Record<string, unknown>): TeleworkSearch => {
    const id = Number(request)
    return request !== undefined && Number.isSafeInteger(id) && id > 0 ? { request: id } : {}
  },
  beforeLoad: () => openBooks('telework', 'plan', 'refusals'),
  component: Telework,
})

function Telework() {
  const navigate = Route.useNavigate()
  const { request } = Route.useSearch()
  return <MyTelework mending={request} onMended={() => void navigate({ search: {}, resetScroll: false })} />
}
