import { useTranslation } from 'react-i18next'
import type { DeskChoice } from './queries'

const SHOWN = 12

/** The draw laid open: its seed, its rule, and every lot, so that anybody can draw it again. */
export function HowDrawn({ choice }: { choice: DeskChoice }) {
  const { t } = useTranslation('seating')
  return (
    <details className="border-t border-card pt-2 text-sm">
      <summary className="min-h-11 cursor-pointer content-center text-link">{t('choice.how')}</summary>
      <p>{t('choice.howLead')}</p>
      <dl className="mt-2">
        <dt className="font-bold">{t('choice.seed')}</dt>
        <dd className="break-all tabular-nums">{choice.seed}</dd>
        <dd className="text-quiet">{t('choice.formula')}</dd>
        <dt className="mt-2 font-bold">{t('choice.lots', { count: choice.equals.length })}</dt>
        <dd>
          <ol>
            {choice.equals.slice(0, SHOWN).map((equal) => (
              <li key={equal.desk} className="flex flex-wrap justify-between gap-x-3 tabular-nums">
                <b>{equal.desk_code}</b>
                <span className="break-all text-quiet">{equal.lot}</span>
              </li>
            ))}
          </ol>
        </dd>
      </dl>
    </details>
  )
}
