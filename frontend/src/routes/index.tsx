import { createFileRoute } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PageHeading } from '#/ui/PageHeading'

export const Route = createFileRoute('/')({ component: Today })

function Today() {
  const { t } = useTranslation()
  return <PageHeading>{t('today.title')}</PageHeading>
}
