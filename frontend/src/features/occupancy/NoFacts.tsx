import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { buttonLook } from '#/ui/button-look'
import { EmptyState } from '#/ui/EmptyState'
import { ChartIcon } from '#/ui/icons'
import type { Scope } from './answers'

/** Nothing was counted in the period: why, and what to do. */
export function NoFacts({ scope }: { scope: Scope }) {
  const { t } = useTranslation('occupancy')
  if (scope.missing_days === 0) {
    return (
      <EmptyState icon={<ChartIcon />} title={t('empty.week')}>
        {t('empty.weekLead')}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={<ChartIcon />}
      title={t('empty.title')}
      action={
        <Link to="/occupancy/days" className={buttonLook('primary', 'primary')}>
          {t('empty.action')}
        </Link>
      }
    >
      {t('empty.lead')}
    </EmptyState>
  )
}
