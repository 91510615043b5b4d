import { createFileRoute, Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '#/api/me'
import { Delegations } from '#/features/acting/Delegations'
import { LanguageChoice } from '#/features/settings/LanguageChoice'
import { Looks } from '#/features/settings/Looks'
import { VisibilityChoices } from '#/features/settings/VisibilityChoices'
import { openBooks } from '#/lib/i18n'
import { linkLook } from '#/ui/button-look'
import { PageHeading } from '#/ui/PageHeading'
import { SectionHeading } from '#/ui/SectionHeading'

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
        <Part id="visibility" title={t('settings.visibility')}>
          <VisibilityChoices />
        </Part>
      )}
      <Part id="language" title={t('settings.language')} lead={t('settings.languageLead')}>
        <LanguageChoice />
      </Part>
      {person ? (
        <>
          <Part id="mail" title={t('settings.mail')} lead={t('settings.mailLead')}>
            <Link
              to="/notices"
              search={{ mail: true }}
              className={`${linkLook} inline-flex min-h-11 items-center self-start`}
            >
              {t('settings.mailLink')}
            </Link>
          </Part>
          <Part id="calendar" title={t('settings.calendar')} lead={t('settings.calendarLead')}>
            <Link to="/calendar" className={`${linkLook} inline-flex min-h-11 items-center self-start`}>
              {t('settings.calendarLink')}
            </Link>
          </Part>
          <Part id="delegates" title={t('delegation.title')} lead={t('delegation.lead')}>
            <Delegations today={today} me={person.id} />
          </Part>
          <Part id="looks" title={t('looks.title')} lead={t('looks.lead')}>
            <Looks />
          </Part>
        </>
      ) : (
        <p className="text-quiet">{t('settings.noPerson')}</p>
      )}
    </div>
  )
}

function Part({
  id,
  title,
  lead,
  children,
}: {
  id: string
  title: string
  lead?: string
  children: ReactNode
}) {
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <SectionHeading id={id}>{title}</SectionHeading>
      {lead && <p className="max-w-[44em]">{lead}</p>}
      {children}
    </section>
  )
}
