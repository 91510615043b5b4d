import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { dayName, monthName, timeRange } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { linkLook } from '#/ui/button-look'
import type { OwnRecord } from './queries'
import { RecordTable } from './RecordTable'
import { useHours } from './useHours'

/** My days of a period, one a line. */
export function MyDays({ days }: Pick<OwnRecord, 'days'>) {
  const { t } = useTranslation('record')
  const language = useLanguage()
  const hours = useHours()
  return (
    <RecordTable
      label={t('mine.days')}
      columns={[
        { name: t('column.day') },
        { name: t('column.unit') },
        { name: t('column.form') },
        { name: t('column.hours') },
        { name: t('column.worked'), number: true },
        { name: t('column.origin') },
        { name: t('column.state') },
      ]}
      rows={days.map((one) => ({
        key: String(one.request),
        cells: [
          <Link
            key="day"
            to="/telework/$id"
            params={{ id: String(one.request) }}
            className={`${linkLook} inline-flex min-h-11 items-center`}
          >
            {dayName(one.day, language)}
          </Link>,
          t(`unit.${one.unit}`),
          t(`form.${one.form}`),
          one.started_at && one.ended_at ? timeRange(one.started_at, one.ended_at) : '',
          hours(one.minutes),
          t(one.in_advance ? 'originInAdvance' : 'originOnTheDay', { origin: t(`origin.${one.origin}`) }),
          t(`state.${one.state}`),
        ],
      }))}
    />
  )
}

/** My year, a month a line. */
export function MyMonths({ months, totals }: Pick<OwnRecord, 'months' | 'totals'>) {
  const { t } = useTranslation('record')
  const language = useLanguage()
  const hours = useHours()
  const cells = (one: OwnRecord['totals']) => [
    one.days,
    one.full_days,
    one.half_days,
    one.hours,
    hours(one.minutes),
    one.in_advance,
    one.unconfirmed,
  ]
  return (
    <RecordTable
      label={t('mine.months')}
      columns={[
        { name: t('column.month') },
        { name: t('column.days'), number: true },
        { name: t('column.full'), number: true },
        { name: t('column.half'), number: true },
        { name: t('column.byTheHour'), number: true },
        { name: t('column.worked'), number: true },
        { name: t('column.inAdvance'), number: true },
        { name: t('column.unconfirmed'), number: true },
      ]}
      rows={months.map((one) => ({
        key: one.month,
        cells: [monthName(`${one.month}-01`, language), ...cells(one)],
      }))}
      total={[t('total'), ...cells(totals)]}
    />
  )
}
