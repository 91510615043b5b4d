import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { dayAndTime } from '#/lib/day-and-time'
import { useLanguage } from '#/lib/useLanguage'
import { linkLook } from '#/ui/button-look'
import { Tag } from '#/ui/Tag'
import { BalanceTag } from '../BalanceTag'
import { shortPercent, whole } from '../numbers'
import { letterOf, MOST_COMPARED } from '../search'
import { planned, type Scenario } from '../shapes'
import { Letter } from './Letter'

interface AllScenariosProps {
  scenarios: readonly Scenario[]
  /** Those that stand side by side, in their order. */
  compared: readonly number[]
  onCompare: (ids: number[]) => void
}

/** Every scenario that is kept; ticked ones stand side by side above. */
export function AllScenarios({ scenarios, compared, onCompare }: AllScenariosProps) {
  const { t } = useTranslation('planning')
  const language = useLanguage()
  const full = compared.length >= MOST_COMPARED
  return (
    <ul aria-label={t('all.title')} className="border-t border-card">
      {scenarios.map((scenario) => {
        const place = compared.indexOf(scenario.id)
        const chosen = place >= 0
        const { answer } = scenario
        const needed = answer && planned(scenario, answer).needed
        return (
          <li
            key={scenario.id}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-card py-2"
          >
            <label className="flex min-h-11 min-w-11 cursor-pointer items-center gap-3">
              <input
                type="checkbox"
                checked={chosen}
                disabled={full && !chosen}
                aria-label={t('all.compare', { name: scenario.name })}
                onChange={() =>
                  onCompare(chosen ? compared.filter((id) => id !== scenario.id) : [...compared, scenario.id])
                }
                className="size-6 accent-accent"
              />
              {chosen ? <Letter letter={letterOf(place)} chosen={false} /> : <span className="w-8" />}
            </label>
            <Link
              to="/planning/$id"
              params={{ id: String(scenario.id) }}
              className={`inline-flex min-h-11 items-center ${linkLook}`}
            >
              {scenario.name}
            </Link>
            {needed !== null && (
              <span className="tabular-nums">
                <b>{t('desks', { count: needed, desks: whole(needed, language) })}</b>
                <span className="ms-1 text-sm text-quiet">
                  {t('all.at', { percentile: shortPercent(scenario.supposed.percentile, language) })}
                </span>
              </span>
            )}
            {answer && needed !== null && <BalanceTag left={answer.desks - needed} />}
            {scenario.stale && <Tag tone="plain">{t('stale.tag')}</Tag>}
            <span className="ms-auto text-sm text-quiet">
              {[scenario.made_by, dayAndTime(scenario.changed_at, language)]
                .filter(Boolean)
                .join(t('separator'))}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
