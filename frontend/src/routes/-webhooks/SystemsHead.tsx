import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { buttonLook } from '#/ui/button-look'

/** The other screen about what Kyoseki says to other systems. */
export function SystemsHead({ to }: { to: '/webhooks' | '/calendar-health' }) {
  const { t } = useTranslation(['webhooks', 'calendarHealth'])
  return (
    <nav aria-label={t('webhooks:around')}>
      <Link to={to} className={buttonLook('quiet', 'small')}>
        {to === '/webhooks' ? t('webhooks:title') : t('calendarHealth:title')}
      </Link>
    </nav>
  )
}
