import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonFound } from '#/api/people'
import { FilterBar } from '#/features/bookings/FilterBar'
import { FloorSelect } from '#/features/bookings/FloorChoice'
import { HoursChoice, PartChoice } from '#/features/bookings/PartChoice'
import type { Asked, BookSearch } from '#/features/bookings/search'
import { Button } from '#/ui/Button'
import { DayStepper } from '#/ui/DayStepper'
import { Dialog } from '#/ui/Dialog'
import { FilterIcon, ListIcon, MapIcon, WandIcon } from '#/ui/icons'
import { PageHeading } from '#/ui/PageHeading'
import { SegmentedControl } from '#/ui/SegmentedControl'
import type { BookState } from './useBookState'

interface BookHeadProps {
  search: BookSearch
  state: BookState
  narrow: boolean
  /** On a phone, whose desk it is about. */
  whose: ReactNode
  onSearch: (change: Partial<BookSearch>, replace?: boolean) => void
  onNear: (person: PersonFound | null) => void
  onChooseForMe: () => void
}

/** The head of the page: when, which floor on a phone, and the filters. */
export function BookHead({ search, state, narrow, whose, onSearch, onNear, onChooseForMe }: BookHeadProps) {
  const { t } = useTranslation()
  const [filtering, setFiltering] = useState(false)
  const { me, day, asked, building, shown } = state
  const days = me.working_days.includes(day) ? me.working_days : [...me.working_days, day].sort()
  const choosePart = (next: Asked) =>
    onSearch({ part: undefined, start: undefined, end: undefined, ...next, day }, true)
  const filters = (
    <FilterBar
      features={search.features ?? []}
      area={search.area ?? null}
      areas={(shown?.plan.areas ?? []).map((area) => ({
        id: area.id,
        name: shown?.letters.get(area.id) ?? area.code,
      }))}
      near={state.near?.person.name ?? null}
      onFeatures={(features) => onSearch({ features: features.length > 0 ? features : undefined }, true)}
      onArea={(area) => onSearch({ area: area ?? undefined }, true)}
      onNear={onNear}
    />
  )
  const on = (search.features?.length ?? 0) + (search.area ? 1 : 0) + (search.near ? 1 : 0)
  const filterWords = on > 0 ? t('book.filtersOn', { count: on }) : t('book.filters')
  return (
    <>
      <div className="book-when">
        <PageHeading>{t('book.title')}</PageHeading>
        {narrow && (
          <SegmentedControl
            label={t('book.view')}
            value={search.view ?? 'map'}
            segments={[
              { value: 'map', label: t('book.map'), icon: <MapIcon size={20} /> },
              { value: 'list', label: t('book.listShort'), icon: <ListIcon size={20} /> },
            ]}
            onChange={(view) => onSearch({ view: view === 'list' ? 'list' : undefined }, true)}
          />
        )}
        <DayStepper
          day={day}
          today={me.today}
          days={days}
          className="book-day"
          onChange={(next) => onSearch({ day: next })}
        />
        {building && (
          <div className="book-part">
            <PartChoice asked={asked} building={building} wide={narrow} onChange={choosePart} />
          </div>
        )}
      </div>
      {building && !('part' in asked) && (
        <div className="mt-3 flex justify-end">
          <HoursChoice asked={asked} building={building} onChange={choosePart} />
        </div>
      )}
      {narrow ? (
        <div className="mt-3 flex gap-2">
          <FloorSelect
            floors={state.floors}
            counts={state.counts}
            chosen={state.floorId ?? 0}
            onChange={(floor) => onSearch({ floor, desk: undefined, area: undefined })}
          />
          {whose ? (
            <Button
              kind="quiet"
              icon={<FilterIcon size={20} />}
              aria-label={filterWords}
              onPress={() => setFiltering(true)}
            >
              {on > 0 && on}
            </Button>
          ) : (
            <Button kind="quiet" onPress={() => setFiltering(true)}>
              {filterWords}
            </Button>
          )}
          {whose}
          <Dialog title={t('book.filters')} open={filtering} onClose={() => setFiltering(false)}>
            {filters}
            <Button kind="primary" size="primary" className="mt-6 w-full" onPress={() => setFiltering(false)}>
              {t('book.filtersClose')}
            </Button>
          </Dialog>
        </div>
      ) : (
        <div className="mt-3 flex flex-wrap items-start gap-2">
          <div className="grow">{filters}</div>
          <Button icon={<WandIcon size={20} />} onPress={onChooseForMe}>
            {t('book.nearest')}
          </Button>
        </div>
      )}
    </>
  )
}
