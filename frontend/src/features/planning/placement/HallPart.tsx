import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '#/lib/useLanguage'
import { buttonLook, linkLook } from '#/ui/button-look'
import { EmptyState } from '#/ui/EmptyState'
import { SegmentedControl } from '#/ui/SegmentedControl'
import { SkeletonLines } from '#/ui/Skeleton'
import { shortPercent } from '../numbers'
import { TableSwitch } from '../PictureOrTable'
import { placementOptions, placementsOptions } from '../queries'
import { letterOf } from '../search'
import type { Placement, PlacementBrief, PlacementResult, Scenario } from '../shapes'
import { FloorStack } from './FloorStack'
import { PlacementList } from './PlacementList'
import { StackTable } from './StackTable'
import { useFloorNames } from './useFloorNames'

interface HallPartProps {
  scenarios: readonly Scenario[]
  /** The one whose placement is shown. */
  placed: number
  onPlaced: (scenario: number) => void
}

/** 新庁舎への配置: the newest placement of one of the scenarios above, and the way to the others. */
export function HallPart({ scenarios, placed, onPlaced }: HallPartProps) {
  const { t } = useTranslation('planning')
  const language = useLanguage()
  const asked = useQuery(placementsOptions())
  const all = asked.data?.results ?? []
  const scenario = scenarios.find(({ id }) => id === placed)
  const ofIt = all.filter((one) => one.scenario?.id === placed)
  const shown = ofIt.find(({ state, summary }) => state === 'done' && summary)
  return (
    <section aria-labelledby="hall" className="flex min-w-0 flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 id="hall" className="text-xl leading-[1.5] font-bold tracking-[0.02em]">
          {t('hall.title')}
        </h2>
        {scenarios.length > 1 && (
          <SegmentedControl
            label={t('hall.whose')}
            value={String(placed)}
            segments={scenarios.map(({ id }, place) => ({ value: String(id), label: letterOf(place) }))}
            onChange={(id) => onPlaced(Number(id))}
          />
        )}
        {scenario && (
          <p className="text-sm text-quiet">
            {t('hall.note', { percentile: shortPercent(scenario.supposed.percentile, language) })}
          </p>
        )}
        {scenario && shown && (
          <Link
            to="/planning/$id"
            params={{ id: String(placed) }}
            search={{ place: true }}
            className={`ms-auto inline-flex min-h-11 items-center print:hidden ${linkLook}`}
          >
            {t('hall.another')}
          </Link>
        )}
      </div>
      {asked.isPending && <SkeletonLines lines={4} className="h-18" />}
      {shown && <Shown key={shown.id} brief={shown} />}
      {scenario && asked.data && !shown && (
        <EmptyState
          title={t('hall.empty', { name: scenario.name })}
          action={
            <Link
              to="/planning/$id"
              params={{ id: String(placed) }}
              search={{ place: true }}
              className={buttonLook('secondary', 'primary')}
            >
              {t('hall.begin')}
            </Link>
          }
        >
          {t('hall.emptyLead')}
        </EmptyState>
      )}
      {all.length > 0 && (
        <details className="print:hidden" open={!shown && ofIt.length > 0}>
          <summary className="min-h-11 cursor-pointer py-2 font-bold">
            {t('counted', { label: t('placements.title'), count: all.length })}
          </summary>
          <PlacementList placements={all} />
        </details>
      )}
    </section>
  )
}

function Shown({ brief }: { brief: PlacementBrief }) {
  const { t } = useTranslation('planning')
  const placement = useQuery(placementOptions(brief.id)).data
  if (!placement?.result) return <SkeletonLines lines={6} className="h-18" />
  return <ShownStack placement={placement} result={placement.result} title={t('hall.title')} />
}

interface ShownStackProps {
  placement: Placement
  result: PlacementResult
  title: string
}

function ShownStack({ placement, result, title }: ShownStackProps) {
  const { t } = useTranslation('planning')
  const [tabled, setTabled] = useState(false)
  const floorName = useFloorNames(placement)
  const stack = { floors: result.floors, floorName }
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-4 print:hidden">
        <Link
          to="/planning/placements/$id"
          params={{ id: String(placement.id) }}
          className={`inline-flex min-h-11 items-center ${linkLook}`}
        >
          {t('hall.open', { name: placement.name })}
        </Link>
        <TableSwitch title={title} tabled={tabled} onChange={setTabled} />
      </div>
      {tabled ? <StackTable {...stack} /> : <FloorStack {...stack} />}
    </>
  )
}
