import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { FloorMap, type FloorMapHandle } from '#/features/floor-map/FloorMap'
import { Legend } from '#/features/floor-map/Legend'
import { middle } from '#/ui/plan/geometry'
import type { BookState } from './useBookState'

/** A phone opens so near that a desk is wide enough for a finger and for a name, in pixels to the metre. */
const PHONE_SCALE = 33

interface FloorPlanProps {
  map: Ref<FloorMapHandle>
  section: Ref<HTMLElement>
  state: BookState
  shown: NonNullable<BookState['shown']>
  chosen: number | null
  /** The desks of the section looked for. */
  rings: ReadonlySet<number> | undefined
  narrow: boolean
  onChoose: (desk: number) => void
  onEscape: () => void
}

/** The plan with its head and its legend. */
export function FloorPlan({
  map,
  section,
  state,
  shown,
  chosen,
  rings,
  narrow,
  onChoose,
  onEscape,
}: FloorPlanProps) {
  const { t } = useTranslation()
  const { plan } = shown
  const { count, near } = state
  const home = plan.areas.find((area) => area.mine) ?? plan.areas[0]
  const myDesk = plan.desks.find((desk) => shown.states.get(desk.id)?.kind === 'mine')
  const entry = myDesk ?? plan.desks.find((desk) => desk.area === home?.id) ?? plan.desks[0]
  const opening = plan.desks.find((desk) => desk.id === chosen) ?? entry
  return (
    <section ref={section} className="book-plan" aria-label={t('book.map')}>
      <FloorMap
        ref={map}
        floor={plan}
        lines={state.lines}
        free={state.free}
        chosen={chosen}
        faint={shown.faint}
        hit={
          near?.desk && near.desk.floor === plan.id
            ? { desk: near.desk.id, name: near.person.family_name }
            : null
        }
        entry={entry?.id ?? null}
        opening={
          narrow && opening ? { box: { ...middle(opening), width: 0, height: 0 }, scale: PHONE_SCALE } : null
        }
        compact={narrow}
        head={
          <p className="flex flex-wrap items-baseline gap-x-3">
            <b>{plan.name}</b>
            <span className="text-sm text-quiet">
              {t('book.floorSummary', {
                all: plan.desks.length,
                free: count?.free ?? '–',
                dropIn: count?.drop_in ?? '–',
              })}
            </span>
          </p>
        }
        rings={rings}
        onChoose={onChoose}
        onEscape={onEscape}
      />
      <Legend partly={shown.partly} offered={shown.offered} />
    </section>
  )
}
