import { useQuery } from '@tanstack/react-query'
import { createFileRoute, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { stateOptions } from '#/features/directory/queries'
import { RunList } from '#/features/directory/RunList'
import { StatePart } from '#/features/directory/StatePart'
import { openBooks } from '#/lib/i18n'
import { buttonLook } from '#/ui/button-look'
import { PageHeading } from '#/ui/PageHeading'
import { runLink, useItAlone } from './-directory/DirectoryHead'

export const Route = createFileRoute('/directory/')({
  beforeLoad: () => openBooks('directory', 'refusals'),
  component: Directory,
})

/** ディレクトリ連携, for IT: how it stands, reading it now, and what the last runs changed. */
function Directory() {
  const { t } = useTranslation('directory')
  const navigate = Route.useNavigate()
  useItAlone()
  const state = useQuery(stateOptions()).data
  const gaps = (state?.without_section ?? 0) + (state?.without_manager ?? 0)
  const look = buttonLook('quiet', 'small')
  return (
    <div className="flex max-w-280 flex-col gap-8">
      <div className="flex flex-col gap-3">
        <div>
          <PageHeading>{t('title')}</PageHeading>
          <p className="mt-1 max-w-[44em] text-quiet">{t('lead')}</p>
        </div>
        <nav aria-label={t('screens')} className="flex flex-wrap gap-2">
          <Link to="/directory/transfers" className={look}>
            {t('transfers.title')}
          </Link>
          <Link to="/directory/gaps" className={look}>
            {gaps > 0 ? t('gaps.counted', { count: gaps }) : t('gaps.title')}
          </Link>
        </nav>
      </div>
      <StatePart
        runLink={runLink}
        onRun={(id) => void navigate({ to: '/directory/runs/$id', params: { id: String(id) } })}
      />
      <RunList runLink={runLink} />
    </div>
  )
}
