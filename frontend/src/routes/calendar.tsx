import { createFileRoute, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '#/api/me'
import { ChoicesPart } from '#/features/calendar/ChoicesPart'
import { Feeds } from '#/features/calendar/Feeds'
import { Links } from '#/features/calendar/Links'
import { openBooks } from '#/lib/i18n'
import { linkLook } from '#/ui/button-look'
import { EmptyState } from '#/ui/EmptyState'
import { PersonIcon } from '#/ui/icons'
import { PageHeading } from '#/ui/PageHeading'

export const Route = createFileRoute('/calendar')({
  beforeLoad: () => openBooks('calendar', 'refusals'),
  component: OwnCalendars,
})

/** カレンダー連携: addresses to subscribe to, what goes there, and calendars that are linked. */
function OwnCalendars() {
  const { t } = useTranslation('calendar')
  const me = useMe()
  return (
    <div className="flex max-w-240 flex-col gap-10">
      <div className="flex flex-col gap-2">
        <PageHeading>{t('title')}</PageHeading>
        <p className="max-w-[44em] text-quiet">{t('lead')}</p>
        {me.person && (
          <Link to="/plan" className={`${linkLook} inline-flex min-h-11 items-center self-start`}>
            {t('toPlan')}
          </Link>
        )}
      </div>
      {me.person ? (
        <>
          <Feeds />
          <ChoicesPart />
          <Links />
        </>
      ) : (
        <EmptyState icon={<PersonIcon />} title={t('noPerson')}>
          {t('noPersonLead')}
        </EmptyState>
      )}
    </div>
  )
}
