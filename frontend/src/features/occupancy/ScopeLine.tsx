import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { cityDay, cityTime } from '#/lib/city-time'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { linkLook } from '#/ui/button-look'
import { Notice } from '#/ui/Notice'
import type { Scope } from './answers'
import { percent } from './numbers'

/** How sure the figures are: what they cover, what is left out of them, and when they were counted. */
export function ScopeLine({ scope }: { scope: Scope }) {
  const { t } = useTranslation('occupancy')
  const language = useLanguage()
  const { coverage, withheld } = scope
  const meaning = t(`scope.${coverage.says}`)
  const said = [
    scope.counts === 'people' && scope.place.kind !== 'department' ? t('scope.people') : '',
    coverage.share === null
      ? t('scope.noCoverage', { meaning })
      : t('scope.coverage', { meaning, percent: percent(coverage.share) }),
    coverage.estimated_share ? t('scope.estimated', { percent: percent(coverage.estimated_share) }) : '',
    withheld.departments > 0 ? t('scope.withheld', { count: withheld.departments }) : t('scope.small'),
    withheld.desks > 0 ? t('scope.withheldDesks', { count: withheld.desks }) : '',
    scope.built_at &&
      t('scope.built', { when: `${dayName(cityDay(scope.built_at), language)} ${cityTime(scope.built_at)}` }),
  ]
  const { missing_days: missing, provisional_days: provisional } = scope
  return (
    <div className="flex flex-col gap-3">
      <p className="max-w-[64em] text-sm text-quiet">
        {said.filter(Boolean).join('')}{' '}
        <span className="inline-flex gap-4 print:hidden">
          <Link to="/occupancy/days" className={linkLook}>
            {t('scope.toDays')}
          </Link>
          <Link to="/count" className={linkLook}>
            {t('counting')}
          </Link>
        </span>
      </p>
      {(missing > 0 || provisional > 0) && (
        <Notice>
          {missing > 0 && t('scope.missing', { count: missing })}
          {provisional > 0 && t('scope.provisional', { count: provisional })}
        </Notice>
      )}
    </div>
  )
}
