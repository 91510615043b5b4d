import { useQueryClient } from '@tanstack/react-query'
import { Suspense, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonFound } from '#/api/people'
import { FloorRail } from '#/features/bookings/FloorChoice'
import { whereaboutsOptions } from '#/features/bookings/queries'
import type { BookSearch } from '#/features/bookings/search'
import { deskState } from '#/features/floor-map/desk-state'
import type { FloorMapHandle } from '#/features/floor-map/FloorMap'
import { lazyPart } from '#/lib/lazyPart'
import { NARROW, useMedia } from '#/lib/useMedia'
import { ErrorState } from '#/ui/ErrorState'
import { SkeletonLines } from '#/ui/Skeleton'
import { BookHead } from './BookHead'
import { BookNotices } from './BookNotices'
import { ChosenDesk } from './ChosenDesk'
import { FloorList } from './FloorList'
import { FloorPlan } from './FloorPlan'
import { NothingChosen } from './NothingChosen'
import { useBookState } from './useBookState'
import { useDeskEvents } from './useDeskEvents'
import { useForOthers } from './useForOthers'
import { useSectionSeats } from './useSectionSeats'
import { WaitHere } from './WaitHere'
import './book.css'

const ChosenForMe = lazyPart(async () => (await import('./ChosenForMe')).ChosenForMe, 'seating')

const ActingPart = lazyPart(async () => (await import('#/features/acting/ActingPart')).ActingPart, 'people')

const SectionOnMap = lazyPart(
  async () => (await import('#/features/people/SectionOnMap')).SectionOnMap,
  'people',
)

interface BookScreenProps {
  search: BookSearch
  /** Change the address; `replace` leaves no step to go back to. */
  onSearch: (change: Partial<BookSearch>, replace?: boolean) => void
}

/** 席をとる: day and part, floors, plan, list, and the chosen desk beside them. */
export function BookScreen({ search, onSearch }: BookScreenProps) {
  const { t } = useTranslation()
  const narrow = useMedia(NARROW)
  const cache = useQueryClient()
  const map = useRef<FloorMapHandle>(null)
  const plan = useRef<HTMLElement>(null)
  const state = useBookState(search)
  const forOthers = useForOthers(search.person)
  const rings = useSectionSeats(search.section, state.day, state.floorId)
  const events = useDeskEvents(state, () =>
    onSearch({ booking: undefined, day: state.day, ...state.asked }, true),
  )
  const { shown } = state
  const asList = narrow && search.view === 'list'

  const choose = (desk: number) => {
    events.forget()
    onSearch({ desk, floor: state.floorId, choose: undefined }, search.desk !== undefined)
    if (narrow && !asList) plan.current?.scrollIntoView({ block: 'start' })
  }
  const close = () => {
    if (search.desk === undefined) return
    map.current?.focusDesk(search.desk)
    onSearch({ desk: undefined, choose: undefined }, true)
  }
  const sitNear = async (person: PersonFound | null) => {
    if (!person) return onSearch({ near: undefined }, true)
    const found = await cache.fetchQuery(whereaboutsOptions(person.id, state.day)).catch(() => null)
    const floor = found?.stretches.find((stretch) => stretch.desk)?.desk?.floor
    onSearch({ near: person.id, ...(floor && { floor, desk: undefined }) })
  }
  const chooseForMe = () => onSearch({ choose: true, desk: undefined })

  const acting = (only?: 'choice' | 'banner') =>
    forOthers && (
      <Suspense fallback={null}>
        <ActingPart
          person={search.person}
          only={only}
          onChange={(person) => onSearch({ person, desk: undefined, booking: undefined }, true)}
        />
      </Suspense>
    )
  const head = (
    <BookHead
      search={search}
      state={state}
      narrow={narrow}
      whose={narrow && acting('choice')}
      onSearch={onSearch}
      onNear={(person) => void sitNear(person)}
      onChooseForMe={chooseForMe}
    />
  )
  if (state.error && !shown) {
    return (
      <div className="book-screen">
        {head}
        <ErrorState title={t('book.failed')} onRetry={() => void state.again()} />
      </div>
    )
  }

  const wait = shown && (
    <WaitHere
      state={state}
      shown={shown}
      search={search}
      onChoose={(desk, floor) => onSearch({ desk, floor: floor ?? state.floorId })}
    />
  )
  const chosenDesk = shown?.plan.desks.find((desk) => desk.id === search.desk)
  return (
    <div className="book-screen">
      {head}
      {acting(narrow ? 'banner' : undefined)}
      {search.section !== undefined && (
        <Suspense fallback={null}>
          <SectionOnMap
            section={search.section}
            day={state.day}
            floor={state.floorId ?? null}
            onFloor={(floor) => onSearch({ floor, desk: undefined, area: undefined })}
            onStop={() => onSearch({ section: undefined }, true)}
          />
        </Suspense>
      )}
      <BookNotices search={search} state={state} onSearch={onSearch} />
      {!shown || !state.building || state.floorId === undefined ? (
        <SkeletonLines lines={6} className="h-16" />
      ) : (
        <div className="book-body">
          {!narrow && (
            <FloorRail
              floors={state.floors}
              counts={state.counts}
              chosen={state.floorId}
              onChange={(floor) => onSearch({ floor, desk: undefined, area: undefined })}
            />
          )}
          {!asList && (
            <FloorPlan
              map={map}
              section={plan}
              state={state}
              shown={shown}
              chosen={search.desk ?? null}
              rings={rings}
              narrow={narrow}
              onChoose={choose}
              onEscape={close}
            />
          )}
          {(!narrow || asList) && (
            <FloorList
              state={state}
              shown={shown}
              search={search}
              rings={rings}
              onChoose={choose}
              onSearch={onSearch}
            />
          )}
          <aside
            className="book-aside"
            data-chosen={
              (search.desk !== undefined && chosenDesk !== undefined) || search.choose || undefined
            }
          >
            {search.choose ? (
              <Suspense fallback={<SkeletonLines lines={4} className="h-10" />}>
                <ChosenForMe
                  search={search}
                  state={state}
                  onChosen={(desk) => {
                    onSearch({ desk: desk.id, floor: desk.floor, area: undefined, day: state.day }, true)
                    if (narrow && !asList) plan.current?.scrollIntoView({ block: 'start' })
                  }}
                  onBooked={(booking, toast) => {
                    events.saidElsewhere(toast)
                    onSearch({ choose: undefined, booking: undefined, desk: booking.desk.id }, true)
                  }}
                  onDetails={() => onSearch({ choose: undefined }, true)}
                  onClose={() => onSearch({ choose: undefined, desk: undefined }, true)}
                />
              </Suspense>
            ) : search.desk !== undefined && chosenDesk ? (
              <ChosenDesk
                key={search.desk}
                desk={chosenDesk}
                deskState={deskState(chosenDesk, state.lines.get(chosenDesk.id))}
                state={state}
                building={state.building}
                events={events}
                wait={wait}
                onChoose={(desk, floor) => onSearch({ desk, floor: floor ?? state.floorId }, true)}
                onClose={close}
              />
            ) : (
              <NothingChosen
                state={state}
                wait={wait}
                onChoose={(desk, floor) => onSearch({ desk, floor })}
                onChooseForMe={narrow ? chooseForMe : null}
              />
            )}
          </aside>
        </div>
      )}
    </div>
  )
}
