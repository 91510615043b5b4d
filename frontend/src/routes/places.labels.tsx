import { createFileRoute, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '#/api/me'
import { ApiProblem } from '#/api/problem'
import { LabelForm } from '#/features/labels/LabelForm'
import { labelSearch } from '#/features/labels/search'
import { openBooks } from '#/lib/i18n'
import { linkLook } from '#/ui/button-look'
import { PageHeading } from '#/ui/PageHeading'

export const Route = createFileRoute('/places/labels')({
  validateSearch: (raw: Record<string, unknown>) => labelSearch(raw),
  beforeLoad: () => openBooks('displays'),
  component: Labels,
})

/** 座席ラベル, for facilities: sheets of labels with the code and the QR code of each desk. */
function Labels() {
  const { t } = useTranslation('displays')
  const { t: everyday } = useTranslation()
  const { today, roles } = useMe()
  const navigate = Route.useNavigate()
  if (!roles.includes('facilities')) throw new ApiProblem({ status: 403, code: 'forbidden' })
  return (
    <div className="flex max-w-280 flex-col gap-6">
      <div>
        <Link to="/places" className={linkLook}>
          {everyday('nav.places')}
        </Link>
        <PageHeading>{t('labels.title')}</PageHeading>
      </div>
      <p className="max-w-[44em]">{t('labels.lead')}</p>
      <LabelForm
        day={today}
        search={Route.useSearch()}
        onSearch={(change) =>
          void navigate({
            search: (before) => labelSearch({ ...before, ...change }),
            replace: true,
            resetScroll: false,
          })
        }
      />
    </div>
  )
}
