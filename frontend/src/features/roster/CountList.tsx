import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Chip } from '#/ui/Chip'
import { CountRow } from './CountRow'
import { LongList } from './LongList'
import { MarkDialog } from './MarkDialog'
import { isThere, type PlaceChoice, PlaceFilters } from './PlaceFilters'
import { type Accounted, type CountLine, counted, type HeadCount, isFound, type Status } from './standing'
import { namesOf } from './words'

const STATES: readonly Accounted[] = ['unaccounted', 'waiting', 'needs_help', 'absent', 'safe']

interface CountListProps {
  headCount: HeadCount
  lines: readonly CountLine[]
  now: number
  onMark: (line: CountLine, status: Status, note?: string) => void
}

/**
 * Everybody of a head count. Who has just been marked here stays in its place until the list is asked for anew, so that
 * the next press does not meet somebody else who moved up under the thumb.
 */
export function CountList({ headCount, lines, now, onMark }: CountListProps) {
  const { t } = useTranslation('roster')
  const [typed, setTyped] = useState('')
  const [place, setPlace] = useState<PlaceChoice>({})
  const [state, setState] = useState<Accounted | null>(null)
  const [stood, setStood] = useState<ReadonlyMap<number, { state: Accounted; index: number }>>(new Map())
  const [choosing, setChoosing] = useState<number | null>(null)
  const names = namesOf(headCount)
  const anew = () => setStood(new Map())

  const there = lines.filter((line) => isThere(line, place) && isFound(line, typed))
  const counts = counted(there)
  const wanted = there.filter(
    (line) => state === null || (stood.get(line.person)?.state ?? line.state) === state,
  )
  const moved = wanted.filter((line) => stood.has(line.person))
  const shown = wanted.filter((line) => !stood.has(line.person))
  for (const line of moved.sort((one, other) => indexOf(one) - indexOf(other)))
    shown.splice(indexOf(line), 0, line)

  function indexOf(line: CountLine): number {
    return stood.get(line.person)?.index ?? 0
  }
  const mark = (line: CountLine, status: Status, note?: string) => {
    const index = shown.findIndex((other) => other.person === line.person)
    if (!stood.has(line.person)) setStood(new Map(stood).set(line.person, { state: line.state, index }))
    onMark(line, status, note)
  }
  const chosen = lines.find((line) => line.person === choosing)
  return (
    <>
      <fieldset className="m-0 mb-4 flex flex-wrap gap-2 p-0">
        <legend className="sr-only">{t('filter.state')}</legend>
        {STATES.filter((one) => counts[one] > 0 || one === state || one === 'safe').map((one) => (
          <Chip
            key={one}
            chosen={state === one}
            onChange={(on) => {
              setState(on ? one : null)
              anew()
            }}
          >
            {t(`count.state.${one}`)} {counts[one]}
          </Chip>
        ))}
      </fieldset>
      <PlaceFilters
        of={headCount}
        chosen={place}
        onChoose={(next) => {
          setPlace(next)
          anew()
        }}
        typed={typed}
        onType={(next) => {
          setTyped(next)
          anew()
        }}
      />
      <div className="mt-4">
        <LongList
          label={t('count.title')}
          all={shown}
          keyOf={(line) => line.person}
          onClear={() => {
            setTyped('')
            setPlace({})
            setState(null)
            anew()
          }}
        >
          {(line) => (
            <CountRow
              line={line}
              names={names}
              now={now}
              closed={headCount.closed_at !== null}
              onMark={(status) => mark(line, status)}
              onMore={() => setChoosing(line.person)}
            />
          )}
        </LongList>
      </div>
      {chosen && (
        <MarkDialog
          line={chosen}
          onClose={() => setChoosing(null)}
          onMark={(status, note) => {
            setChoosing(null)
            mark(chosen, status, note)
          }}
        />
      )}
    </>
  )
}
