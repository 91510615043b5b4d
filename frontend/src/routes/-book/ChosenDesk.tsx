import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { components } from '#/api/generated/schema'
import { DeskPanel } from '#/features/bookings/DeskPanel'
import { LendPart } from '#/features/bookings/LendPart'
import type { Problem } from '#/features/bookings/offer'
import { areaOn } from '#/features/bookings/words'
import { DeskGlyph } from '#/features/floor-map/DeskGlyph'
import type { DeskState, PlannedDesk } from '#/features/floor-map/desk-state'
import { stateWord } from '#/features/floor-map/desk-words'
import { buttonLook, linkLook } from '#/ui/button-look'
import { nearestDesk } from '#/ui/plan/geometry'
import type { BookState } from './useBookState'
import type { useDeskEvents } from './useDeskEvents'

interface ChosenDeskProps {
  desk: PlannedDesk
  deskState: DeskState | null
  state: BookState
  building: components['schemas']['Building']
  events: ReturnType<typeof useDeskEvents>
  onChoose: (desk: number, floor: number | undefined) => void
  onClose: () => void
  /** The way into a waiting list, where there is nothing free around. */
  wait: ReactNode
}

/** The panel of the chosen desk, joined with the map's words and marks. */
export function ChosenDesk({
  desk,
  deskState,
  state,
  building,
  events,
  onChoose,
  onClose,
  wait,
}: ChosenDeskProps) {
  const { t } = useTranslation()
  const { shown, day, asked, me } = state
  const area = shown?.plan.areas.find((one) => one.id === desk.area)
  const place = { floor: shown?.plan.name ?? '', area: areaOn(shown?.plan.name ?? '', area?.name ?? '') }
  const refused = events.refused?.desk === desk.id ? events.refused.problem : null
  return (
    <DeskPanel
      code={desk.code}
      place={t(area?.mine ? 'desk.placeMine' : 'desk.place', place)}
      tag={{
        state: deskState?.kind ?? 'unavailable',
        mark: <DeskGlyph state={deskState} />,
        word: stateWord(t, deskState),
      }}
      day={day}
      asked={asked}
      person={state.person}
      answer={state.deskDay}
      parts={building.parts}
      changing={state.changing}
      busy={events.busy}
      refused={refused}
      onBook={() => events.onBook(desk.id)}
      onChange={(giveUp) => events.onChange(desk.id, giveUp)}
      onCheckInHere={() => events.onCheckInHere(desk.id)}
      onStep={events.onStep}
      onInstead={(other, floor) => {
        events.forget()
        onChoose(other, floor)
      }}
      withInstead={withNearest}
      onClose={onClose}
    >
      {wait}
      {desk.mode === 'bookable' && me.person && !state.changing && (
        <Link
          to="/series/new"
          search={{
            desk: desk.id,
            code: desk.code,
            floor: shown?.plan.id,
            from: day,
            person: state.person,
            ...asked,
          }}
          className={`${buttonLook('secondary', 'primary')} w-full`}
        >
          {t('desk.weekly')}
        </Link>
      )}
      {desk.assigned_to && desk.assigned_to.id === me.person?.id && (
        <LendPart desk={desk.id} code={desk.code} day={day} />
      )}
      <Link to="/d/$code" params={{ code: desk.code }} className={`${linkLook} self-center`}>
        {t('desk.page.open')}
      </Link>
    </DeskPanel>
  )

  /** A refusal always has a way on: where the server names no desk, the nearest free one of this floor. */
  function withNearest(problem: Problem): Problem {
    if (
      !shown ||
      problem.instead?.length ||
      !['desk_taken', 'closed', 'assigned_to_another', 'desk_unavailable', 'drop_in_only_now'].includes(
        problem.code,
      )
    ) {
      return problem
    }
    const free = shown.fitting.filter((one) => shown.states.get(one.id)?.kind === 'free')
    const first = nearestDesk(free, desk)
    return first
      ? {
          ...problem,
          instead: [
            { desk: first.id, desk_code: first.code, floor: shown.plan.id, area_name: area?.name ?? '' },
          ],
        }
      : problem
  }
}
