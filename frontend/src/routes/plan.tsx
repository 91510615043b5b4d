import { createFileRoute } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { openBooks } from '#/lib/i18n'
import { PageHeading } from '#/ui/PageHeading'

export const Route = createFileRoute('/plan')({
  beforeLoad: () => openBooks('plan', 'telework', 'refusals'),
  component: MyPlan,
})

/** 予定: my two weeks. */
function MyPlan() {
  const { t } = useTranslation('plan')
  return <PageHeading>{t('title')}</PageHeading>
}
