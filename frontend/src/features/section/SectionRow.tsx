import { memo, type ReactNode } from 'react'
import { pendingLook } from '#/ui/place-look'
import { cellLook } from './cell-look'
import { type Cell, type Column, cellOf, HALVES } from './cells'
import type { View } from './period'
import type { SectionPerson } from './queries'
import type { CellWords } from './useCellWords'

interface SectionRowProps {
  person: SectionPerson
  columns: readonly Column[]
  view: View
  words: CellWords
  /** Holds the cell that Tab comes to first. */
  first: boolean
}

/**
 * A person's days. A month of sixty people has thousands of cells: they are plain elements, and the grid hears presses
 * and keys for all of them.
 */
export const SectionRow = memo(function SectionRow({ person, columns, view, words, first }: SectionRowProps) {
  const start = columns.find(({ closed }) => !closed)?.index
  return (
    <tr data-person={person.person.id}>
      <th
        scope="row"
        className="sticky left-0 z-10 border-b border-hair bg-white pe-3 text-start font-normal whitespace-nowrap"
      >
        {person.person.name}{' '}
        <span className="text-sm text-quiet">
          {person.me ? words.me : person.title}
          {!person.counted && ` ${words.concurrent}`}
        </span>
      </th>
      {columns.map((column) => {
        const { index, closed, day } = column
        if (closed) return <td key={index} aria-label={day.holiday ?? words.closed} className="hatched" />
        const am = cellOf(person, index, 'am')
        const pm = cellOf(person, index, 'pm')
        const tabbed = first && index === start
        if (view === 'month') return monthCell(column, am, pm, words, tabbed)
        return [am, pm].map((cell, half) => (
          <td
            key={HALVES[half]}
            data-c={index}
            data-h={HALVES[half]}
            tabIndex={tabbed && half === 0 ? 0 : -1}
            aria-label={words.sentence(cell)}
            className={`cell ${half === 0 ? 'cell-day' : ''} ${cellLook(cell)}`}
          >
            {mark(cell, words)}
          </td>
        ))
      })}
    </tr>
  )
})

/** A day of the month: one letter where both halves are alike, else two. */
function monthCell({ index, newWeek }: Column, am: Cell, pm: Cell, words: CellWords, tabbed: boolean) {
  const alike = am.kind === pm.kind && words.letter(am) === words.letter(pm)
  const [morning, afternoon] = [words.sentence(am), words.sentence(pm)]
  return (
    <td
      key={index}
      data-c={index}
      tabIndex={tabbed ? 0 : -1}
      aria-label={morning === afternoon ? morning : `${words.am} ${morning}, ${words.pm} ${afternoon}`}
      className={`cell ${newWeek ? 'cell-day' : ''} ${alike ? cellLook(am) : ''}`}
    >
      {alike ? (
        mark(am, words, true)
      ) : (
        <span className="halves">
          <span className={cellLook(am)}>{mark(am, words, true)}</span>
          <span className={cellLook(pm)}>{mark(pm, words, true)}</span>
        </span>
      )}
    </td>
  )
}

function mark(cell: Cell, words: CellWords, short = false): ReactNode {
  if (cell.kind !== 'pending') return words.letter(cell)
  return (
    <span
      className={`flex h-full w-full items-center justify-center gap-1 rounded-4 ${pendingLook[cell.place]}`}
    >
      {words.letter(cell)}
      {!short && <b className="text-sm whitespace-nowrap">{words.pending}</b>}
    </span>
  )
}
