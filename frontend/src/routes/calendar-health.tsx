import { createFileRoute } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { HealthPart } from '#/features/calendar-health/HealthPart'
import { openBooks } from '#/lib/i18n'
import { PageHeading } from '#/ui/PageHeading'
import { SystemsHead } from './-webhooks/SystemsHead'
import { useItAlone } from './-webhooks/webhook-links'

export const Route = createFileRoute('/calendar-health')({
  beforeLoad: () => openBooks('calendarHealth', 'webhooks', 'refusals'),
  component: CalendarHealth,
})

/** カレンダー連携の状態, for IT: counts, and nobody's contents. */
function CalendarHealth() {
  const { t } = useTranslation('calendarHealth')
  useItAlone()
  return (
    <div className="flex max-w-280 flex-col gap-6">
      <div>
        <PageHeading>{t('title')}</PageHeading>
        <p className="mt-1 mb-3 max-w-[44em] text-quiet">{t('lead')}</p>
        <SystemsHead to="/webhooks" />
      </div>
      <HealthPart />
    </div>
  )
}
