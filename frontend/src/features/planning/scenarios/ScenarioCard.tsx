import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '#/lib/useLanguage'
import { linkLook } from '#/ui/button-look'
import { BalanceTag } from '../BalanceTag'
import { range, shortPercent, whole } from '../numbers'
import { planned, type Scenario } from '../shapes'
import { AnswerFigures } from './AnswerFigures'
import type { Axis } from './axis'
import { Letter } from './Letter'
import { NeedAxis } from './NeedAxis'
import { ScenarioMenu } from './ScenarioMenu'
import { StaleNotice } from './StaleNotice'
import { useStoodWords } from './useStoodWords'

interface ScenarioCardProps {
  scenario: Scenario
  letter: string
  axis: Axis
  /** Its placement is the one shown. */
  chosen: boolean
  /** What it stood on is said here, because the others stood on something else. */
  saysStood: boolean
  onRemoved: () => void
}

/** One of the scenarios that stand side by side: how many desks it needs, and how far that is from the hall's. */
export function ScenarioCard(props: ScenarioCardProps) {
  const { scenario, letter, axis, chosen, saysStood, onRemoved } = props
  const { t } = useTranslation('planning')
  const stood = useStoodWords()
  const heading = useId()
  const { answer } = scenario
  const id = String(scenario.id)
  return (
    <section
      aria-labelledby={heading}
      className={`min-w-0 rounded-12 border bg-white p-4 rail:p-6 ${chosen ? 'border-2 border-accent' : 'border-card'}`}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Letter letter={letter} chosen={chosen} />
        <h2 id={heading} className="min-w-0 text-xl leading-[1.5] font-bold">
          <span className="sr-only">{t('letter', { letter })}</span>
          {scenario.name}
        </h2>
        <div className="ms-auto flex items-center gap-x-3 print:hidden">
          <Link
            to="/planning/$id"
            params={{ id }}
            search={{ edit: true }}
            className={`inline-flex min-h-11 items-center ${linkLook}`}
            aria-label={t('changeOf', { name: scenario.name })}
          >
            {t('change')}
          </Link>
          <ScenarioMenu scenario={scenario} onRemoved={onRemoved} />
        </div>
      </div>
      {answer ? (
        <>
          <NeedHead scenario={scenario} />
          <NeedAxis axis={axis} {...planned(scenario, answer)} desks={answer.desks} />
          <div className="mt-3">
            <AnswerFigures scenario={scenario} answer={answer} />
          </div>
          <StaleNotice scenario={scenario} />
          {saysStood && <p className="mt-3 text-sm text-quiet">{stood(answer)}</p>}
          <p className="mt-2 print:hidden">
            <Link
              to="/planning/$id"
              params={{ id }}
              className={`inline-flex min-h-11 items-center ${linkLook}`}
              aria-label={t('detailsOf', { name: scenario.name })}
            >
              {t('details')}
            </Link>
          </p>
        </>
      ) : (
        <StaleNotice scenario={scenario} />
      )}
    </section>
  )
}

/** The desks needed in large, with the interval and whether they suffice. */
export function NeedHead({ scenario }: { scenario: Scenario }) {
  const { t } = useTranslation('planning')
  const language = useLanguage()
  const { answer, supposed } = scenario
  if (!answer) return null
  const { needed, interval } = planned(scenario, answer)
  return (
    <div className="mt-3 tabular-nums">
      <p className="text-sm text-quiet">
        {t('neededAt', { percentile: shortPercent(supposed.percentile, language) })}
      </p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="text-[2.25rem] leading-[1.3] font-bold whitespace-nowrap">
          {whole(needed, language)}
          <span className="ms-0.5 text-base font-normal">{t('deskUnit', { count: needed })}</span>
        </p>
        {interval && (
          <p className="text-sm whitespace-nowrap text-quiet">
            {t('interval', { range: range(interval, language) })}
          </p>
        )}
        <div className="ms-auto">
          <BalanceTag left={answer.desks - needed} />
        </div>
      </div>
    </div>
  )
}
