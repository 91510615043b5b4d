import { useTranslation } from 'react-i18next'
import type { Roster } from './standing'

/** How many are in, expected and gone, in large figures with their meaning. */
export function Totals({ people }: Pick<Roster, 'people'>) {
  const { t } = useTranslation('roster')
  return (
    <dl className="grid max-w-200 grid-cols-3 gap-2 rail:gap-4">
      {(['seen', 'expected', 'left'] as const).map((standing) => (
        <div key={standing} className="flex flex-col rounded-12 border border-card p-3 rail:p-4">
          <dt className="text-sm font-bold">{t(`standing.${standing}`)}</dt>
          <dd className="order-2 hidden text-sm leading-[1.5] text-quiet sm:block">
            {t(`standingLead.${standing}`)}
          </dd>
          <dd className="text-[2rem] leading-[1.4] font-bold tabular-nums">
            {people.filter((line) => line.standing === standing).length}
          </dd>
        </div>
      ))}
    </dl>
  )
}
