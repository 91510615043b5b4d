import { createFileRoute, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { draftOptions } from '#/api/layout-drafts'
import { useMe } from '#/api/me'
import { DraftReview } from '#/features/places/DraftReview'
import { openBooks } from '#/lib/i18n'
import { linkLook } from '#/ui/button-look'
import { PageHeading } from '#/ui/PageHeading'

export const Route = createFileRoute('/places/drafts/$id/review')({
  beforeLoad: () => openBooks('places'),
  loader: ({ context, params }) => context.queryClient.fetchQuery(draftOptions(Number(params.id))),
  component: Review,
})

/** What publishing a draft would do, and doing it. */
function Review() {
  const { t } = useTranslation('places')
  const { id } = Route.useParams()
  const draft = Route.useLoaderData()
  const { today } = useMe()
  return (
    <div>
      <Link to="/places" className={linkLook}>
        {t('title')}
      </Link>
      <PageHeading className="mb-6" title={`${draft.floor.name} ${t('review.title')}`}>
        {draft.floor.name} {t('review.title')}
        <span className="text-base font-normal text-quiet max-rail:block rail:ms-3">{draft.name}</span>
      </PageHeading>
      <DraftReview
        id={Number(id)}
        today={today}
        editLink={(children) => (
          <Link to="/places/drafts/$id" params={{ id }} className={linkLook}>
            {children}
          </Link>
        )}
        overviewLink={(children) => (
          <Link to="/places" className={linkLook}>
            {children}
          </Link>
        )}
      />
    </div>
  )
}
