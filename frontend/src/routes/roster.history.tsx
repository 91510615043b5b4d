import { createFileRoute, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { HistoryList } from '#/features/roster/HistoryList'
import { linkLook } from '#/ui/button-look'
import { PageHeading } from '#/ui/PageHeading'

export const Route = createFileRoute('/roster/history')({ component: HeadCountsOnRecord })

function HeadCountsOnRecord() {
  const { t } = useTranslation('roster')
  return (
    <>
      <div className="mb-4 flex flex-wrap items-baseline gap-x-4">
        <PageHeading>{t('history.title')}</PageHeading>
        <Link to="/roster" className={`${linkLook} inline-flex min-h-11 items-center`}>
          {t('count.back')}
        </Link>
      </div>
      <HistoryList />
    </>
  )
}
