import { createFileRoute } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { OwnSafety } from '#/features/roster/OwnSafety'
import { PageHeading } from '#/ui/PageHeading'

export const Route = createFileRoute('/roster/me')({ component: MySafety })

function MySafety() {
  const { t } = useTranslation('roster')
  return (
    <>
      <PageHeading className="mb-4">{t('mine.title')}</PageHeading>
      <OwnSafety />
    </>
  )
}
