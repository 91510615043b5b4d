import { useTranslation } from 'react-i18next'
import { WarningIcon } from '#/ui/icons'
import type { FloorRow } from '../answers'
import { Bar } from '../Bar'
import { count, percent } from '../numbers'

interface FloorRankingProps {
  rows: readonly FloorRow[]
  /** The floor that is drawn. */
  shown: number | undefined
  people: boolean
  onShow: (floor: number) => void
}

/** The floors as the building has them, the uppermost first, and how full each is; a row draws its floor. */
export function FloorRanking({ rows, shown, people, onShow }: FloorRankingProps) {
  const { t } = useTranslation('occupancy')
  const full = rows.filter(({ full_days }) => (full_days ?? 0) > 0)
  const most = people ? Math.max(...rows.map((row) => row.average_utilisation ?? 0), 1) : 1
  return (
    <div className="flex flex-col gap-3">
      <table className="report-table floor-ranking" aria-label={t('floors.ranking')}>
        <thead>
          <tr>
            <th scope="col">{t('floors.floor')}</th>
            <th scope="col" colSpan={2}>
              {t('floors.average')}
            </th>
            <th scope="col" data-number>
              {t(people ? 'floors.peakPeople' : 'floors.peak')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.floor.id} data-shown={row.floor.id === shown || undefined}>
              <th scope="row">
                <button
                  type="button"
                  aria-label={t('floors.choose', { floor: row.floor.name })}
                  aria-pressed={row.floor.id === shown}
                  onClick={() => onShow(row.floor.id)}
                >
                  {row.floor.name}
                </button>
              </th>
              <td className="bar-cell">
                <Bar share={(row.average_utilisation ?? 0) / most} strong={row.floor.id === shown} />
              </td>
              <td data-number>
                {row.average_utilisation === null ? '—' : `${percent(row.average_utilisation, 0)}%`}
              </td>
              <td data-number>
                <span className="whitespace-nowrap">
                  {count(row.daily_peak.p95)}
                  <span className="text-quiet">/{count(row.in_service)}</span>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {full.length > 0 && (
        <p className="flex items-start gap-2 text-sm text-warn-text [word-break:keep-all]">
          <WarningIcon size={20} className="mt-0.5" />
          {t(people ? 'floors.fullPeople' : 'floors.full', {
            count: full.length,
            floors: full.map(({ floor }) => floor.name).join(t('floors.and')),
          })}
        </p>
      )}
    </div>
  )
}
