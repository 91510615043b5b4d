import { createFileRoute } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { openBooks } from '#/lib/i18n'
import { PageHeading } from '#/ui/PageHeading'

export const Route = createFileRoute('/places/import')({
  beforeLoad: () => openBooks('places'),
  component: Screen,
})

function Screen() {
  const { t } = useTranslation('places')
  return <PageHeading>{t('title')}</PageHeading>
}
