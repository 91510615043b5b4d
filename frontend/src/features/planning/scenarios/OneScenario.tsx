import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useMe } from '#/api/me'
import { useProblemWords } from '#/api/useProblemWords'
import { ErrorState } from '#/ui/ErrorState'
import { PageHeading } from '#/ui/PageHeading'
import { SkeletonLines } from '#/ui/Skeleton'
import { BackLink, ScenarioLink } from '../BackLink'
import { NotRead } from '../NotRead'
import { PlacementForm } from '../placement/PlacementForm'
import { proposalOptions, scenarioOptions } from '../queries'
import type { Placement, Scenario } from '../shapes'
import { ScenarioForm } from './ScenarioForm'
import { ScenarioWhole } from './ScenarioWhole'

interface OneScenarioProps {
  id: number
  /** Its conditions are changed, or a placement of it is asked for. */
  doing: 'change' | 'place' | null
  /** Back to the whole scenario. */
  onWhole: () => void
  onRemoved: () => void
  onPlaced: (placement: Placement) => void
}

/** A scenario: read, changed, or placed in the hall. */
export function OneScenario({ id, doing, onWhole, onRemoved, onPlaced }: OneScenarioProps) {
  const { t } = useTranslation('planning')
  const { today } = useMe()
  const asked = useQuery(scenarioOptions(id))
  if (asked.isError && !asked.data) return <NotRead title={t('title')} asked={asked} />
  if (!asked.data) return <SkeletonLines lines={5} className="h-20" />
  const scenario = asked.data
  if (doing === 'change') {
    return (
      <div className="flex min-w-0 flex-col gap-6">
        <div>
          <ScenarioLink scenario={scenario} />
          <PageHeading>{t('form.changeTitle', { name: scenario.name })}</PageHeading>
          <p className="mt-1 max-w-[44em] text-quiet">{t('form.lead')}</p>
        </div>
        <ScenarioForm
          from={scenario}
          changes
          name={scenario.name}
          today={today}
          onSaved={onWhole}
          onLeave={onWhole}
        />
      </div>
    )
  }
  if (doing === 'place') return <Place scenario={scenario} onPlaced={onPlaced} onLeave={onWhole} />
  return (
    <div>
      <BackLink />
      <ScenarioWhole scenario={scenario} onRemoved={onRemoved} />
    </div>
  )
}

interface PlaceProps {
  scenario: Scenario
  onPlaced: (placement: Placement) => void
  onLeave: () => void
}

function Place({ scenario, onPlaced, onLeave }: PlaceProps) {
  const { t } = useTranslation('planning')
  const words = useProblemWords()
  const proposal = useQuery(proposalOptions(scenario.id))
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <div>
        <ScenarioLink scenario={scenario} />
        <PageHeading>{t('place.title')}</PageHeading>
        <p className="mt-1 max-w-[44em] text-quiet">{t('place.lead')}</p>
      </div>
      {proposal.isPending && <SkeletonLines lines={6} className="h-14" />}
      {proposal.isError && !proposal.data && (
        <ErrorState title={t('failed')} onRetry={() => void proposal.refetch()}>
          {words(proposal.error).title}
        </ErrorState>
      )}
      {proposal.data && (
        <PlacementForm scenario={scenario} proposal={proposal.data} onAsked={onPlaced} onLeave={onLeave} />
      )}
    </div>
  )
}
