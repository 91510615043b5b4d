import { createFileRoute } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PageHeading } from '#/ui/PageHeading'

export const Route = createFileRoute('/sign-in')({
  validateSearch: (search): { to?: string } => (typeof search.to === 'string' ? { to: search.to } : {}),
  component: SignIn,
})

function SignIn() {
  const { t } = useTranslation()
  return <PageHeading>{t('signIn.title')}</PageHeading>
}
