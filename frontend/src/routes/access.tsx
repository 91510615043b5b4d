import { createFileRoute } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Accounts } from '#/features/access/Accounts'
import { AllTokens } from '#/features/access/AllTokens'
import { openBooks } from '#/lib/i18n'
import { PageHeading } from '#/ui/PageHeading'
import { PagePart } from '#/ui/PagePart'

export const Route = createFileRoute('/access')({
  beforeLoad: () => openBooks('access'),
  component: Access,
})

/** Administration: accounts that need help, and everybody's tokens. */
function Access() {
  const { t } = useTranslation('access')
  return (
    <div className="flex max-w-200 flex-col gap-10">
      <PageHeading>{t('admin.title')}</PageHeading>
      <PagePart id="accounts" title={t('admin.accounts')} lead={t('admin.lead')}>
        <Accounts />
      </PagePart>
      <PagePart id="all-tokens" title={t('admin.tokens')} lead={t('admin.tokensLead')}>
        <AllTokens />
      </PagePart>
    </div>
  )
}
