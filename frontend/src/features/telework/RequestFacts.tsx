import { useTranslation } from 'react-i18next'
import { cityDay, cityTime } from '#/lib/city-time'
import { dayName, timeRange } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Card } from '#/ui/Card'
import type { TeleworkRequest } from './queries'
import { Line } from './ReportRead'

/** What was asked for, and who decided as what. */
export function RequestFacts({ request }: { request: TeleworkRequest }) {
  const { t } = useTranslation('telework')
  const language = useLanguage()
  const { decided_at, decided_by, decided_as, decided_for, submitted_at } = request
  const when = (instant: string) => `${dayName(cityDay(instant), language)} ${cityTime(instant)}`
  return (
    <Card label={t('facts.title')}>
      <h2 className="mb-3 text-lg font-bold">{t('facts.title')}</h2>
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[auto_minmax(0,1fr)]">
        <Line name={t('facts.hours')}>
          <span className="tabular-nums">{timeRange(request.start, request.end)}</span>
        </Line>
        {request.department && <Line name={t('facts.department')}>{request.department.name}</Line>}
        {request.place && <Line name={t('field.place')}>{request.place}</Line>}
        {request.tasks && <Line name={t('field.tasks')}>{request.tasks}</Line>}
        {request.contact && <Line name={t('field.contact')}>{request.contact}</Line>}
        <Line name={t('field.terminal')}>{t(`terminal.${request.terminal}`)}</Line>
        {request.documents && <Line name={t('field.documents')}>{request.documents}</Line>}
        <Line name={t('field.treatment')}>{t(`treatment.${request.treatment}`)}</Line>
        {request.origin !== 'request' && (
          <Line name={t('facts.origin')}>{t(`origin.${request.origin}`)}</Line>
        )}
        {request.post_hoc_reason && <Line name={t('field.postHocReason')}>{request.post_hoc_reason}</Line>}
        {submitted_at && <Line name={t('facts.submitted')}>{when(submitted_at)}</Line>}
        {decided_at && (
          <Line name={t('facts.decided')}>
            {decided_by?.name}
            {decided_as && ` (${t(`decidedAs.${decided_as}`)})`}
            {decided_for && ` ${t('facts.decidedFor', { who: decided_for.name })}`}
            <span className="block text-sm text-quiet">{when(decided_at)}</span>
          </Line>
        )}
        {request.comment && <Line name={t('comment')}>{request.comment}</Line>}
      </dl>
    </Card>
  )
}
