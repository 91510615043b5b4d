import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { dayAndTime } from '#/lib/day-and-time'
import { useLanguage } from '#/lib/useLanguage'
import { PageHeading } from '#/ui/PageHeading'
import { SkeletonLines } from '#/ui/Skeleton'
import { BackLink, ScenarioLink } from '../BackLink'
import { NotRead } from '../NotRead'
import { placementOptions } from '../queries'
import type { Placement } from '../shapes'
import { PlacementWhole } from './PlacementWhole'
import { StateTag } from './StateTag'

interface OnePlacementProps {
  id: number
  onAsked: (placement: Placement) => void
}

/** A placement under its name. */
export function OnePlacement({ id, onAsked }: OnePlacementProps) {
  const { t } = useTranslation('planning')
  const language = useLanguage()
  const asked = useQuery(placementOptions(id))
  if (asked.isError && !asked.data) return <NotRead title={t('hall.title')} asked={asked} />
  if (!asked.data) return <SkeletonLines lines={5} className="h-20" />
  const placement = asked.data
  return (
    <div className="flex min-w-0 flex-col gap-8">
      <div>
        {placement.scenario ? <ScenarioLink scenario={placement.scenario} /> : <BackLink />}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <PageHeading>{placement.name}</PageHeading>
          <StateTag state={placement.state} />
        </div>
        <p className="text-sm text-quiet">
          {[placement.building.name, placement.made_by, dayAndTime(placement.made_at, language)]
            .filter(Boolean)
            .join(t('separator'))}
        </p>
      </div>
      <PlacementWhole placement={placement} onAsked={onAsked} />
    </div>
  )
}
