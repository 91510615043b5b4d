import { createFileRoute } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { OwnSessions } from '#/features/access/OwnSessions'
import { OwnTokens } from '#/features/access/OwnTokens'
import { SecondFactors } from '#/features/access/SecondFactors'
import { openBooks } from '#/lib/i18n'
import { PageHeading } from '#/ui/PageHeading'
import { PagePart } from '#/ui/PagePart'

export const Route = createFileRoute('/account')({
  beforeLoad: () => openBooks('access'),
  component: OwnAccount,
})

/** How I sign in: where I am signed in, my second factor, the tokens of my programs. */
function OwnAccount() {
  const { t } = useTranslation('access')
  return (
    <div className="flex max-w-200 flex-col gap-10">
      <div className="flex flex-col gap-2">
        <PageHeading>{t('account.title')}</PageHeading>
        <p className="text-quiet">{t('account.lead')}</p>
      </div>
      <PagePart id="sessions" title={t('sessions.title')} lead={t('sessions.lead')}>
        <OwnSessions />
      </PagePart>
      <PagePart id="factors" title={t('factors.title')} lead={t('factors.lead')}>
        <SecondFactors />
      </PagePart>
      <PagePart id="tokens" title={t('tokens.title')} lead={t('tokens.lead')}>
        <OwnTokens />
      </PagePart>
    </div>
  )
}
