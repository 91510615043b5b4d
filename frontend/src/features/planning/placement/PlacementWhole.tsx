import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NARROW, useMedia } from '#/lib/useMedia'
import { buttonLook } from '#/ui/button-look'
import { Notice } from '#/ui/Notice'
import { SectionHeading } from '#/ui/SectionHeading'
import { TableSwitch } from '../PictureOrTable'
import type { PlacedFloor, PlacedSection, Placement } from '../shapes'
import { DraftsPart } from './DraftsPart'
import { FloorStack } from './FloorStack'
import { ImprovePart } from './ImprovePart'
import { MovesList } from './MovesList'
import { PlacementProgress } from './PlacementProgress'
import { PlacementSummary } from './PlacementSummary'
import { SectionDialog } from './SectionDialog'
import { StackTable } from './StackTable'
import { Told } from './Told'
import { useFloorNames } from './useFloorNames'

interface PlacementWholeProps {
  placement: Placement
  /** Another placement was asked for, starting from this one. */
  onAsked: (placement: Placement) => void
}

/** A placement in whatever state it is: at work, done, stopped, or impossible. */
export function PlacementWhole({ placement, onAsked }: PlacementWholeProps) {
  const { t } = useTranslation('planning')
  const floorName = useFloorNames(placement)
  const [tabled, setTabled] = useState(false)
  const narrow = useMedia(NARROW)
  const [chosen, setChosen] = useState<{ section: PlacedSection; on: PlacedFloor } | null>(null)
  const [pinned, setPinned] = useState<Record<number, number>>({})
  const { state, result, why } = placement
  if (state === 'waiting' || state === 'running') return <PlacementProgress placement={placement} />
  const pin = (department: number, floor: number | null) => {
    const { [department]: _before, ...others } = pinned
    setPinned(floor === null ? others : { ...others, [department]: floor })
    setChosen(null)
  }
  // Then most floors are too small as well, which the picture shows better than ten sentences.
  const tooLarge = why.some(({ code }) => code === 'all_too_large')
  const unproven = why.every(({ code }) => code === 'no_time')
  const choose = (section: PlacedSection, on: PlacedFloor) => setChosen({ section, on })
  const stack = result && { floors: result.floors, floorName, onSection: choose }
  return (
    <>
      {state === 'cancelled' && <Notice>{t(result ? 'ended.cancelledWith' : 'ended.cancelled')}</Notice>}
      {state === 'failed' && <Notice tone="warn">{t('ended.failed')}</Notice>}
      {state === 'impossible' && unproven && (
        <Notice tone="warn">
          <p className="font-bold">{t('impossible.unprovenTitle')}</p>
          {why.map(({ words }) => (
            <p key={words}>{words}</p>
          ))}
        </Notice>
      )}
      {state === 'impossible' && !unproven && (
        <>
          <Notice tone="warn">
            <p className="font-bold">{t('impossible.title')}</p>
            <p>{t('impossible.lead')}</p>
          </Notice>
          <Told
            id="why"
            title={t('impossible.why')}
            lead={t(tooLarge ? 'impossible.tooLargeLead' : 'impossible.whyLead')}
            lines={why
              .filter(({ code }) => !(tooLarge && result && code === 'capacity_short'))
              .map(({ words }) => words)}
          />
          <p className="max-w-[44em]">{t('impossible.help')}</p>
        </>
      )}
      {(!result || state === 'impossible') && placement.scenario && (
        <p className="print:hidden">
          <Link
            to="/planning/$id"
            params={{ id: String(placement.scenario.id) }}
            search={{ place: true }}
            className={buttonLook('secondary', 'primary')}
          >
            {t('hall.another')}
          </Link>
        </p>
      )}
      {result && stack && (
        <>
          <section aria-labelledby="stack" className="flex min-w-0 flex-col gap-3">
            <SectionHeading
              id="stack"
              note={t('stack.note')}
              end={<TableSwitch title={t('stack.title')} tabled={tabled} onChange={setTabled} />}
            >
              {t(state === 'impossible' ? 'stack.nearest' : 'stack.title')}
            </SectionHeading>
            <p className="text-sm text-quiet print:hidden">
              {t(narrow || tabled ? 'stack.hint' : 'stack.hintKeys')}
            </p>
            {tabled ? <StackTable {...stack} /> : <FloorStack {...stack} />}
          </section>
          <PlacementSummary result={result} />
          <Told
            id="binding"
            title={t('binding.title')}
            lead={t('binding.lead')}
            lines={result.binding.map(({ words }) => words)}
          />
          <MovesList result={result} floorName={floorName} />
          <ImprovePart
            placement={placement}
            pinned={pinned}
            floorName={floorName}
            onUnpin={(department) => pin(department, null)}
            onAsked={onAsked}
          />
          {state !== 'impossible' && <DraftsPart placement={placement} floorName={floorName} />}
        </>
      )}
      {chosen && result && (
        <SectionDialog
          section={chosen.section}
          on={chosen.on}
          floors={result.floors}
          floorName={floorName}
          pinned={pinned[chosen.section.department.id] ?? null}
          onPin={(floor) => pin(chosen.section.department.id, floor)}
          onClose={() => setChosen(null)}
        />
      )}
    </>
  )
}
