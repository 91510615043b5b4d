import { useTranslation } from 'react-i18next'
import type { Totals } from './queries'
import { useHours } from './useHours'

/** What a period came to, in four figures and a line. */
export function Figures({ totals }: { totals: Totals }) {
  const { t } = useTranslation('record')
  const hours = useHours()
  const figures = [
    { name: t('figures.days'), value: t('days', { count: totals.days }), note: parts() },
    { name: t('figures.worked'), value: hours(totals.minutes), note: '' },
    {
      name: t('figures.inAdvance'),
      value: t('days', { count: totals.in_advance }),
      note: t('figures.inAdvanceNote'),
    },
    { name: t('figures.unconfirmed'), value: t('items', { count: totals.unconfirmed }), note: '' },
  ]
  function parts() {
    return t('figures.parts', { full: totals.full_days, half: totals.half_days, hours: totals.hours })
  }
  return (
    <dl className="m-0 grid grid-cols-2 gap-x-6 gap-y-4 rail:grid-cols-4">
      {figures.map(({ name, value, note }) => (
        <div key={name} className="border-s-4 border-hair ps-3">
          <dt className="text-sm font-bold">{name}</dt>
          <dd className="m-0 text-2xl font-bold tabular-nums">{value}</dd>
          {note && <dd className="m-0 text-sm text-quiet">{note}</dd>}
        </div>
      ))}
    </dl>
  )
}
