import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { dayAndTime } from '#/lib/day-and-time'
import { useLanguage } from '#/lib/useLanguage'
import { buttonLook } from '#/ui/button-look'
import { PageHeading } from '#/ui/PageHeading'
import { SectionHeading } from '#/ui/SectionHeading'
import { ExportButton } from '../ExportButton'
import { PlacementList } from '../placement/PlacementList'
import { placementsOptions } from '../queries'
import { planned, type Scenario } from '../shapes'
import { AnswerFigures } from './AnswerFigures'
import { AnswerNotes } from './AnswerNotes'
import { axisFor } from './axis'
import { Conditions } from './Conditions'
import { Distribution } from './Distribution'
import { NeedAxis } from './NeedAxis'
import { NeedHead } from './ScenarioCard'
import { ScenarioMenu } from './ScenarioMenu'
import { SectionNeeds } from './SectionNeeds'
import { Sensitivity } from './Sensitivity'
import { StaleNotice } from './StaleNotice'
import { useStoodWords } from './useStoodWords'

interface ScenarioWholeProps {
  scenario: Scenario
  onRemoved: () => void
}

/** One scenario with all it answers: the need, how sure it is, by section, what moves it, and its placements. */
export function ScenarioWhole({ scenario, onRemoved }: ScenarioWholeProps) {
  const { t } = useTranslation('planning')
  const language = useLanguage()
  const stood = useStoodWords()
  const { answer } = scenario
  const id = String(scenario.id)
  const placements = (useQuery(placementsOptions()).data?.results ?? []).filter(
    (one) => one.scenario?.id === scenario.id,
  )
  const need = answer && planned(scenario, answer)
  return (
    <div className="flex min-w-0 flex-col gap-8">
      <div>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
          <PageHeading>{scenario.name}</PageHeading>
          <div className="ms-auto flex flex-wrap items-center gap-2 print:hidden">
            <ScenarioMenu scenario={scenario} onRemoved={onRemoved} />
            {answer && <ExportButton ids={[scenario.id]} />}
            <Link
              to="/planning/$id"
              params={{ id }}
              search={{ edit: true }}
              className={buttonLook('secondary', 'primary')}
            >
              {t('change')}
            </Link>
            {answer && (
              <Link
                to="/planning/$id"
                params={{ id }}
                search={{ place: true }}
                className={buttonLook('primary', 'primary')}
              >
                {t('hall.begin')}
              </Link>
            )}
          </div>
        </div>
        {answer && <p className="mt-1 text-quiet">{stood(answer)}</p>}
        {scenario.answered_at && (
          <p className="text-sm text-quiet">
            {[
              t('answeredAt', { at: dayAndTime(scenario.answered_at, language) }),
              scenario.made_by && t('madeBy', { name: scenario.made_by }),
            ]
              .filter(Boolean)
              .join(t('separator'))}
          </p>
        )}
        <StaleNotice scenario={scenario} />
      </div>
      {answer && need && (
        <>
          <div className="max-w-200">
            <NeedHead scenario={scenario} />
            <NeedAxis
              axis={axisFor([need.needed, answer.desks, ...(need.interval ?? [])])}
              {...need}
              desks={answer.desks}
            />
            <div className="mt-3">
              <AnswerFigures scenario={scenario} answer={answer} />
            </div>
          </div>
          <AnswerNotes answer={answer} />
          <div className="grid items-start gap-8 rail:grid-cols-2">
            <Sensitivity answer={answer} by="attendance" />
            <Sensitivity answer={answer} by="growth" />
          </div>
          <Distribution scenario={scenario} answer={answer} />
          <SectionNeeds answer={answer} />
        </>
      )}
      {placements.length > 0 && (
        <section aria-labelledby="placements" className="flex flex-col gap-3 print:hidden">
          <SectionHeading id="placements">{t('placements.title')}</SectionHeading>
          <PlacementList placements={placements} />
        </section>
      )}
      <Conditions scenario={scenario} />
    </div>
  )
}
