import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { daysBetween } from '#/lib/dates'
import { Button } from '#/ui/Button'
import { buttonLook } from '#/ui/button-look'
import { EmptyState } from '#/ui/EmptyState'
import { CalendarIcon, ChartIcon } from '#/ui/icons'
import { RefusedNotice } from '#/ui/RefusedNotice'
import type { Scope } from './answers'
import type { Building } from './useBuild'

interface NoFactsProps {
  scope: Scope
  today: string
  building: Building
}

/** Nothing was counted in the period: why, and what to do. */
export function NoFacts({ scope, today, building }: NoFactsProps) {
  const { t } = useTranslation('occupancy')
  if (scope.from > today) {
    return (
      <EmptyState icon={<CalendarIcon />} title={t('empty.toCome')}>
        {t('empty.toComeLead')}
      </EmptyState>
    )
  }
  if (scope.left_out_days > daysBetween(scope.from, scope.to)) {
    return (
      <EmptyState icon={<CalendarIcon />} title={t('empty.week')}>
        {t('empty.weekLead')}
      </EmptyState>
    )
  }
  return <FirstSteps building={building} />
}

/** The first day: where figures come from, and how to have some at once. */
function FirstSteps({ building }: { building: Building }) {
  const { t } = useTranslation('occupancy')
  const words = useProblemWords()
  const heading = useId()

  // Synchronises the browser's focus: the button that was pressed goes when the first facts are there.
  useEffect(
    () => () => {
      if (document.activeElement === document.body)
        document.querySelector('h1')?.focus({ preventScroll: true })
    },
    [],
  )

  return (
    <section
      aria-labelledby={heading}
      className="flex flex-col gap-4 rounded-12 border border-dashed border-solid-gray-420 p-4 rail:p-6"
    >
      <div className="flex flex-col gap-1">
        <h2 id={heading} className="flex items-center gap-3 text-lg font-bold">
          <ChartIcon />
          {t('empty.title')}
        </h2>
        <p className="max-w-[44em] text-quiet">{t('empty.lead')}</p>
      </div>
      <ol className="first-steps">
        <Step title={t('empty.gate')} lead={t('empty.gateLead')}>
          <Link to="/occupancy/days" className={buttonLook('secondary')}>
            {t('empty.gateAction')}
          </Link>
        </Step>
        <Step title={t('empty.build')} lead={t('empty.buildLead')}>
          <Button kind="primary" busy={building.asking || building.going} onPress={building.ask}>
            {t('empty.buildAction')}
          </Button>
          <p role="status" className="max-w-[44em] empty:hidden">
            {building.going ? t('empty.building') : building.nothing && t('empty.nothing')}
          </p>
          <RefusedNotice words={building.error ? words(building.error) : null} />
        </Step>
        <Step title={t('empty.walk')} lead={t('empty.walkLead')}>
          <Link to="/count" className={buttonLook('secondary')}>
            {t('empty.walkAction')}
          </Link>
        </Step>
      </ol>
    </section>
  )
}

function Step({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <li>
      <h3 className="font-bold">{title}</h3>
      <p className="max-w-[44em] text-quiet">{lead}</p>
      <div className="mt-2 flex flex-col items-start gap-2">{children}</div>
    </li>
  )
}
