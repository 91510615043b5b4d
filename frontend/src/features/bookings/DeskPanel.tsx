import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Panel } from '#/ui/Panel'
import { SkeletonLines } from '#/ui/Skeleton'
import { Tag, type TagTone } from '#/ui/Tag'
import { DayBar } from './DayBar'
import type { BuildingParts } from './day-stretches'
import { FeatureLines } from './FeatureLines'
import { type OfferEvents, OfferPart } from './OfferPart'
import { type Booking, type DeskDay, offerOf, type Problem } from './offer'
import { RefusalNote } from './RefusalNote'
import type { Asked } from './search'

interface DeskPanelProps extends OfferEvents {
  code: string
  /** Floor and area in words. */
  place: string
  /** What the map says of it, while the desk's own answer is on its way and after. */
  tag: { state: DeskDay['state']; mark: ReactNode; word: string } | null
  day: string
  asked: Asked
  /** For whom, where it is not oneself. */
  person?: number | undefined
  answer: DeskDay | undefined
  parts: BuildingParts
  /** The booking the person came to change. */
  changing: Booking | null
  busy: boolean
  /** The refusal of the last press, when it was about this desk. */
  refused: Problem | null
  /** Adds the desks the map knows of that would be allowed instead. */
  withInstead: (refusal: Problem) => Problem
  onClose: () => void
  /** More that the route has to offer here: links, lending. */
  children?: ReactNode
}

const TONE: Partial<Record<DeskDay['state'], TagTone>> = { free: 'free', mine: 'accent' }

/** One desk: how it stands, what it has, its day, and the one thing to press. */
export function DeskPanel(props: DeskPanelProps) {
  const { code, tag, day, asked, answer, onClose } = props
  const { t } = useTranslation()
  const language = useLanguage()
  const told = answer && offerOf(answer, asked, props.changing)
  const offer = told?.kind === 'refused' ? { ...told, refusal: props.withInstead(told.refusal) } : told
  const why = answer && { desk: answer.desk.id, day, asked, person: props.person }
  const mark = tag && (
    <Tag tone={TONE[tag.state] ?? 'plain'} icon={tag.mark}>
      {tag.word}
    </Tag>
  )
  return (
    <Panel
      title={<span className="whitespace-nowrap">{code}</span>}
      aside={mark && <span className="rail:hidden">{mark}</span>}
      onClose={onClose}
      className="desk-panel"
    >
      <div className="flex flex-col gap-4">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-quiet">
          {mark && <span className="max-rail:hidden">{mark}</span>}
          {props.place}
        </p>
        {answer ? (
          <>
            <FeatureLines day={answer} />
            <div className="max-rail:order-last">
              <h3 className="mb-2 font-bold">{t('desk.dayOf', { day: dayName(day, language) })}</h3>
              <DayBar day={day} held={answer.held} parts={props.parts} />
            </div>
            {props.refused && (
              <RefusalNote
                refusal={props.withInstead(props.refused)}
                title={t('desk.refusedNow')}
                onInstead={props.onInstead}
                onFreed={props.onBook}
                why={why}
                alert
              />
            )}
            {offer && !(props.refused && offer.kind === 'refused') && (
              <div className="flex flex-col gap-3">
                <OfferPart
                  offer={offer}
                  day={day}
                  asked={asked}
                  walkUp={answer.check_in === 'walk_up'}
                  busy={props.busy}
                  onBook={props.onBook}
                  onChange={props.onChange}
                  onCheckInHere={props.onCheckInHere}
                  onStep={props.onStep}
                  onInstead={props.onInstead}
                  why={why}
                />
              </div>
            )}
            {props.children}
          </>
        ) : (
          <SkeletonLines lines={3} className="h-12" />
        )}
      </div>
    </Panel>
  )
}
