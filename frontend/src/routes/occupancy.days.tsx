import { createFileRoute, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '#/api/me'
import { DaysPart } from '#/features/gate-log/DaysPart'
import { FilesPart } from '#/features/gate-log/FilesPart'
import { addDays, isDay } from '#/lib/dates'
import { openBooks } from '#/lib/i18n'
import { linkLook } from '#/ui/button-look'
import { PageHeading } from '#/ui/PageHeading'
import { FacilitiesOnly } from './-facilities/FacilitiesOnly'

const USUAL_DAYS = 28

export const Route = createFileRoute('/occupancy/days')({
  validateSearch: ({ from, to }: Record<string, unknown>): { from?: string; to?: string } =>
    isDay(from) && isDay(to) && from <= to ? { from, to } : {},
  beforeLoad: () => openBooks('gateLog', 'refusals'),
  component: GateLogAndDays,
})

/** Gate logs, and how it stands with the facts of days, for facilities. */
function GateLogAndDays() {
  const { t } = useTranslation('gateLog')
  const { today } = useMe()
  const navigate = Route.useNavigate()
  const { from = addDays(today, -USUAL_DAYS), to = today } = Route.useSearch()
  return (
    <FacilitiesOnly title={t('title')} locked={t('forbidden')}>
      <div className="flex max-w-280 flex-col gap-8">
        <div>
          <Link to="/occupancy" className={`${linkLook} inline-flex min-h-11 items-center`}>
            {t('back')}
          </Link>
          <PageHeading>{t('title')}</PageHeading>
        </div>
        <FilesPart />
        <DaysPart
          from={from}
          to={to}
          onPeriod={(chosenFrom, chosenTo) =>
            void navigate({ search: { from: chosenFrom, to: chosenTo }, resetScroll: false })
          }
        />
      </div>
    </FacilitiesOnly>
  )
}
