import { createFileRoute, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '#/api/me'
import { Delegations } from '#/features/acting/Delegations'
import { LanguageChoice } from '#/features/settings/LanguageChoice'
import { Looks } from '#/features/settings/Looks'
import { VisibilityChoices } from '#/features/settings/VisibilityChoices'
import { openBooks } from '#/lib/i18n'
import { linkLook } from '#/ui/button-look'
import { PageHeading } from '#/ui/PageHeading'
import { PagePart } from '#/ui/PagePart'

export const Route = createFileRoute('/settings')({
  beforeLoad: () => openBooks('people'),
  component: Settings,
})

/** What is mine to decide: who sees me, my language, my delegates, my mails; and who looked at my past. */
function Settings() {
  const { t } = useTranslation('people')
  const { person, today } = useMe()
  return (
    <div className="flex max-w-200 flex-col gap-10">
      <PageHeading>{t('settings.title')}</PageHeading>
      {person && (
        <PagePart id="visibility" title={t('settings.visibility')}>
          <VisibilityChoices />
        </PagePart>
      )}
      <PagePart id="language" title={t('settings.language')} lead={t('settings.languageLead')}>
        <LanguageChoice />
      </PagePart>
      {person ? (
        <>
          <PagePart id="mail" title={t('settings.mail')} lead={t('settings.mailLead')}>
            <Link
              to="/notices"
              search={{ mail: true }}
              className={`${linkLook} inline-flex min-h-11 items-center self-start`}
            >
              {t('settings.mailLink')}
            </Link>
          </PagePart>
          <PagePart id="calendar" title={t('settings.calendar')} lead={t('settings.calendarLead')}>
            <Link to="/calendar" className={`${linkLook} inline-flex min-h-11 items-center self-start`}>
              {t('settings.calendarLink')}
            </Link>
          </PagePart>
          <PagePart id="delegates" title={t('delegation.title')} lead={t('delegation.lead')}>
            <Delegations today={today} me={person.id} />
          </PagePart>
          <PagePart id="looks" title={t('looks.title')} lead={t('looks.lead')}>
            <Looks />
          </PagePart>
        </>
      ) : (
        <p className="text-quiet">{t('settings.noPerson')}</p>
      )}
    </div>
  )
}
