import { useTranslation } from 'react-i18next'
import { useLanguage } from '#/lib/useLanguage'
import { WarningIcon } from '#/ui/icons'
import { Figures } from '../Figures'
import { signedPercent, someDays, whole } from '../numbers'
import { PictureOrTable } from '../PictureOrTable'
import type { Answer, Changed } from '../shapes'
import '../planning.css'

/** How the need moves when more people come, or when there are more people: bars against the line of desks. */
export function Sensitivity({ answer, by }: { answer: Answer; by: 'attendance' | 'growth' }) {
  const { t } = useTranslation('planning')
  const language = useLanguage()
  const rows = answer.sensitivity[by]
  if (rows.length === 0) return null
  const title = t(`sensitivity.${by}`)
  const days = (row: Changed) => t('days', { count: someDays(row.days_short) })
  return (
    <PictureOrTable
      title={title}
      note={t(`sensitivity.${by}Note`)}
      picture={<Bars title={title} rows={rows} desks={answer.desks} />}
      table={
        <Figures
          label={title}
          columns={[
            { name: t(`sensitivity.${by}Column`) },
            { name: t('column.needed'), number: true },
            { name: t('column.left'), number: true },
            { name: t('column.daysShort'), number: true },
          ]}
          rows={rows.map((row) => ({
            key: row.change,
            cells: [
              signedPercent(row.change, language),
              whole(row.needed, language),
              whole(answer.desks - row.needed, language),
              days(row),
            ],
          }))}
        />
      }
    />
  )
}

function Bars({ title, rows, desks }: { title: string; rows: readonly Changed[]; desks: number }) {
  const { t } = useTranslation('planning')
  const language = useLanguage()
  const most = Math.max(desks, ...rows.map(({ needed }) => needed)) * 1.04
  const line = (desks / most) * 100
  return (
    <ul aria-label={title} className="flex flex-col tabular-nums">
      {rows.map(({ change, needed, days_short }) => {
        const short = needed > desks
        return (
          <li
            key={change}
            className={`grid grid-cols-[3.25rem_1fr_8.5rem] sm:grid-cols-[3.25rem_1fr_11rem] items-center gap-x-2 ${change === 0 ? 'font-bold' : ''}`}
          >
            <span className="text-end text-sm">{signedPercent(change, language)}</span>
            <span aria-hidden="true" className="relative block h-9">
              <span
                className={`absolute inset-y-1.5 left-0 ${change === 0 ? 'bg-accent' : 'bg-blue-500'}`}
                style={{ width: `${(Math.min(needed, desks) / most) * 100}%` }}
              />
              {short && (
                <span
                  className="short-hatch absolute inset-y-1.5 border border-warn"
                  style={{ left: `${line}%`, width: `${((needed - desks) / most) * 100}%` }}
                />
              )}
              <span className="absolute inset-y-0 border-l-2 border-black" style={{ left: `${line}%` }} />
            </span>
            <span className="flex flex-wrap items-baseline justify-end gap-x-2 text-sm">
              <span className="whitespace-nowrap">
                {t('desks', { count: needed, desks: whole(needed, language) })}
              </span>
              <span className={`whitespace-nowrap ${short ? 'text-warn-text' : 'text-quiet'}`}>
                {someDays(days_short) > 0 && (
                  <WarningIcon size={14} className="me-0.5 inline align-[-0.1em]" />
                )}
                {t('sensitivity.days', { days: t('days', { count: someDays(days_short) }) })}
              </span>
            </span>
          </li>
        )
      })}
      <li className="mt-1 text-sm text-quiet">{t('sensitivity.line', { desks: whole(desks, language) })}</li>
    </ul>
  )
}
