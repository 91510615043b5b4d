import { useTranslation } from 'react-i18next'
import type { BookSearch } from '#/features/bookings/search'
import { DeskList } from '#/features/floor-map/DeskList'
import { Button } from '#/ui/Button'
import { Chip } from '#/ui/Chip'
import { EmptyState } from '#/ui/EmptyState'
import { ListIcon } from '#/ui/icons'
import { SectionHeading } from '#/ui/SectionHeading'
import type { BookState } from './useBookState'

interface FloorListProps {
  state: BookState
  shown: NonNullable<BookState['shown']>
  search: BookSearch
  /** The desks of the section looked for. */
  rings: ReadonlySet<number> | undefined
  onChoose: (desk: number) => void
  onSearch: (change: Partial<BookSearch>, replace?: boolean) => void
}

/** The desks of the plan as a list, open ones alone on request. */
export function FloorList({ state, shown, search, rings, onChoose, onSearch }: FloorListProps) {
  const { t } = useTranslation()
  return (
    <section className="book-list" data-scrolls aria-labelledby="desk-list-heading">
      <div className="book-list-head">
        <SectionHeading
          id="desk-list-heading"
          note={t('book.listSummary', { count: shown.listed.length })}
          end={
            <Chip
              chosen={search.open ?? false}
              icon={<ListIcon size={18} />}
              onChange={(open) => onSearch({ open: open || undefined }, true)}
            >
              {t('book.onlyOpen')}
            </Chip>
          }
        >
          {t('book.list')}
        </SectionHeading>
      </div>
      {shown.listed.length === 0 ? (
        <EmptyState
          title={t('book.noneFits')}
          action={
            <Button onPress={() => onSearch({ features: undefined, area: undefined, open: undefined }, true)}>
              {t('book.clearFilters')}
            </Button>
          }
        />
      ) : (
        <DeskList
          desks={shown.listed}
          lines={state.lines}
          chosen={search.desk ?? null}
          hit={state.near?.desk?.id ?? null}
          rings={rings}
          me={state.me.person?.id ?? null}
          onChoose={onChoose}
        />
      )}
    </section>
  )
}
