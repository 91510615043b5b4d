import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Chip } from '#/ui/Chip'
import { LongList } from './LongList'
import { isThere, PlaceFilters } from './PlaceFilters'
import { StandingTag } from './StandingTag'
import type { RosterSearch } from './search'
import { isFound, type Roster } from './standing'
import { namesOf, placeWords, sectionWords, sourceWords } from './words'

interface RosterPeopleProps {
  roster: Roster
  search: RosterSearch
  onSearch: (search: RosterSearch) => void
  now: number
}

/** Everybody on the roster, found by name, floor, section and how they stand. */
export function RosterPeople({ roster, search, onSearch, now }: RosterPeopleProps) {
  const { t } = useTranslation('roster')
  const [typed, setTyped] = useState('')
  const names = namesOf(roster)
  const there = roster.people.filter((line) => isThere(line, search) && isFound(line, typed))
  const shown = there.filter((line) => search.standing === undefined || line.standing === search.standing)
  return (
    <>
      <PlaceFilters
        of={roster}
        chosen={search}
        onChoose={({ floor, section }) => onSearch({ ...search, floor, section })}
        typed={typed}
        onType={setTyped}
      />
      <fieldset className="m-0 my-4 flex flex-wrap gap-2 p-0">
        <legend className="sr-only">{t('filter.standing')}</legend>
        {(['seen', 'expected', 'left'] as const).map((standing) => (
          <Chip
            key={standing}
            chosen={search.standing === standing}
            onChange={(chosen) => onSearch({ ...search, standing: chosen ? standing : undefined })}
          >
            {t(`standing.${standing}`)} {there.filter((line) => line.standing === standing).length}
          </Chip>
        ))}
      </fieldset>
      <LongList
        label={t('view.people')}
        all={shown}
        keyOf={(line) => line.person}
        onClear={() => {
          setTyped('')
          onSearch({ view: 'people' })
        }}
      >
        {(line) => (
          <div className="flex items-start gap-3">
            <div className="min-w-0 grow">
              <p>
                <span className="font-bold">{line.name}</span>{' '}
                <span className="text-sm text-quiet">{line.kana}</span>
              </p>
              <p className="text-sm">{placeWords(t, line, names)}</p>
              <p className="text-sm text-quiet">
                {sectionWords(t, line, names)}
                <span className="mx-1">・</span>
                {sourceWords(t, line, now)}
              </p>
            </div>
            <StandingTag standing={line.standing} />
          </div>
        )}
      </LongList>
    </>
  )
}
