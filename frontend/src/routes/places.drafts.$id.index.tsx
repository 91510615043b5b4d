import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { draftOptions } from '#/api/layout-drafts'
import { useMe } from '#/api/me'
import { LayoutEditor } from '#/features/layout-editor/LayoutEditor'
import { openBooks } from '#/lib/i18n'
import { linkLook } from '#/ui/button-look'
import { PageHeading } from '#/ui/PageHeading'

export const Route = createFileRoute('/places/drafts/$id/')({
  beforeLoad: () => openBooks('places'),
  loader: ({ context, params }) => context.queryClient.fetchQuery(draftOptions(Number(params.id))),
  component: Draft,
})

/** A draft on the drawing board. */
function Draft() {
  const { t } = useTranslation('places')
  const id = Number(Route.useParams().id)
  const navigate = Route.useNavigate()
  const cache = useQueryClient()
  const me = useMe()
  const { data: draft } = useSuspenseQuery({ ...draftOptions(id), staleTime: Number.POSITIVE_INFINITY })
  const [reads, setReads] = useState(0)
  return (
    <LayoutEditor
      key={`${id} ${reads}`}
      draft={draft}
      today={me.today}
      heading={
        <div>
          <Link to="/places" className={linkLook}>
            {t('title')}
          </Link>
          <PageHeading title={`${draft.floor.name} ${t('editor.draft')}`}>
            {draft.floor.name}
            <span className="ms-3 text-base font-normal text-quiet">{draft.name}</span>
          </PageHeading>
        </div>
      }
      onReview={() => void navigate({ to: '/places/drafts/$id/review', params: { id: String(id) } })}
      onReload={() => void cache.fetchQuery(draftOptions(id)).then(() => setReads((before) => before + 1))}
      onOpen={(other) => void navigate({ to: '/places/drafts/$id', params: { id: String(other) } })}
    />
  )
}
