import { memo } from 'react'
import { useTranslation } from 'react-i18next'
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

/** A person's days. Presses and keys are heard by the grid: a month of sixty people has thousands of cells. */
export const SectionRow = memo(function SectionRow({ person, columns, view, words, first }: SectionRowProps) {
  const { t } = useTranslation('section')
  const name = person.person.name
  const start = columns.find(({ closed }) => !closed)?.index
  return (
    <tr data-person={person.person.id}>
      <th
        scope="row"
        className="sticky left-0 z-10 border-b border-hair bg-white pe-3 text-start font-normal whitespace-nowrap"
      >
        {name} <span className="text-sm text-quiet">{person.me ? t('me') : person.title}</span>
        {!person.counted && <span className="text-sm text-quiet"> {t('concurrent')}</span>}
      </th>
      {columns.map(({ index, closed, newWeek, day }) => {
        if (closed) return <td key={index} aria-label={day.holiday ?? t('closed')} className="hatched" />
        const cells = HALVES.map((half) => cellOf(person, index, half))
        if (view === 'month') {
          return (
            <MonthCell
              key={index}
              index={index}
              cells={cells}
              words={words}
              newWeek={newWeek}
              first={first && index === start}
            />
          )
        }
        return cells.map((cell, half) => (
          <td
            key={HALVES[half]}
            data-c={index}
            data-h={HALVES[half]}
            tabIndex={first && index === start && half === 0 ? 0 : -1}
            aria-label={words.sentence(cell)}
            className={`cell ${half === 0 ? 'cell-day' : ''} ${cellLook(cell)}`}
          >
            <Mark cell={cell} words={words} />
          </td>
        ))
      })}
    </tr>
  )
})

/** A day of the month: one letter where both halves are alike, else two. */
function MonthCell({
  index,
  cells: [am, pm],
  words,
  newWeek,
  first,
}: {
  index: number
  cells: Cell[]
  words: CellWords
  newWeek: boolean
  first: boolean
}) {
  const { t } = useTranslation()
  if (!am || !pm) return null
  const alike = am.kind === pm.kind && words.sentence(am) === words.sentence(pm)
  const sentence = alike
    ? words.sentence(am)
    : `${t('part.am')} ${words.sentence(am)}、${t('part.pm')} ${words.sentence(pm)}`
  return (
    <td
      data-c={index}
      tabIndex={first ? 0 : -1}
      aria-label={sentence}
      className={`cell ${newWeek ? 'cell-day' : ''} ${alike ? cellLook(am) : 'p-0'}`}
    >
      {alike ? (
        <Mark cell={am} words={words} short />
      ) : (
        <span className="flex h-full">
          {[am, pm].map((cell, half) => (
            <span
              key={HALVES[half]}
              className={`flex h-full grow items-center justify-center ${cellLook(cell)}`}
            >
              <Mark cell={cell} words={words} short />
            </span>
          ))}
        </span>
      )}
    </td>
  )
}

function Mark({ cell, words, short = false }: { cell: Cell; words: CellWords; short?: boolean }) {
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
