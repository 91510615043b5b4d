import { type KeyboardEvent, type MouseEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '#/lib/useLanguage'
import type { Column, HalfName } from './cells'
import { type Period, periodName, type View } from './period'
import type { SectionAttendance } from './queries'
import { SectionHead } from './SectionHead'
import { SectionRow } from './SectionRow'
import { useCellWords } from './useCellWords'
import './section.css'

/** The cell that was opened: whose, which day of the answer, which half (none in the month). */
export interface Opened {
  person: number
  day: number
  half: HalfName | null
  cell: HTMLElement
}

interface SectionGridProps {
  section: SectionAttendance
  columns: readonly Column[]
  period: Period
  view: View
  today: string
  onOpen: (opened: Opened) => void
}

const CELL = 'td[data-c]'

/** People down, days across. One cell is in the way of Tab; arrow keys move, Enter and a press open a cell. */
export function SectionGrid({ section, columns, period, view, today, onOpen }: SectionGridProps) {
  const { t } = useTranslation('section')
  const language = useLanguage()
  const words = useCellWords()
  const body = useRef<HTMLTableSectionElement>(null)

  function open(cell: HTMLElement) {
    const person = Number(cell.closest('tr')?.dataset.person)
    const half = cell.dataset.h
    onOpen({ person, day: Number(cell.dataset.c), half: half === 'am' || half === 'pm' ? half : null, cell })
  }

  function press(event: MouseEvent) {
    const cell = (event.target as Element).closest<HTMLElement>(CELL)
    if (!cell) return
    stand(body.current, cell)
    open(cell)
  }

  function key(event: KeyboardEvent) {
    const cell = (event.target as Element).closest<HTMLElement>(CELL)
    if (!cell || event.altKey || event.metaKey) return
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      open(cell)
      return
    }
    const next = neighbour(cell, event.key, event.ctrlKey)
    if (!next) return
    event.preventDefault()
    stand(body.current, next)
    next.focus()
  }

  return (
    <>
      <p id="section-grid-keys" className="sr-only">
        {t('gridKeys')}
      </p>
      <div className={`section-scroll ${view}`}>
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are reached by arrow keys is a grid (ARIA patterns)
          role="grid"
          aria-label={t('grid', {
            department: section.department.name,
            period: periodName(period, view, language),
          })}
          aria-describedby="section-grid-keys"
          aria-readonly="true"
          className={`section-grid ${view}`}
          onClick={press}
          onKeyDown={key}
        >
          <colgroup>
            <col className="name" />
            {columns.map(({ index, closed }) => (
              <col key={index} span={closed || view === 'month' ? 1 : 2} className={closed ? 'closed' : ''} />
            ))}
          </colgroup>
          <SectionHead columns={columns} view={view} minimum={section.minimum_on_site} today={today} />
          <tbody ref={body} key={`${period.from} ${view}`}>
            {section.people.map((person, number) => (
              <SectionRow
                key={person.person.id}
                person={person}
                columns={columns}
                view={view}
                words={words}
                first={number === 0}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

/** Where Tab comes back to: kept in the page itself, so that no row is made again for it. */
function stand(body: HTMLElement | null, cell: HTMLElement) {
  for (const other of body?.querySelectorAll<HTMLElement>(`${CELL}[tabindex="0"]`) ?? []) other.tabIndex = -1
  cell.tabIndex = 0
}

function neighbour(cell: HTMLElement, key: string, far: boolean): HTMLElement | null {
  const row = cell.closest('tr')
  if (!row) return null
  const cells = cellsOf(row)
  const at = cells.indexOf(cell)
  switch (key) {
    case 'ArrowLeft':
      return cells[at - 1] ?? null
    case 'ArrowRight':
      return cells[at + 1] ?? null
    case 'Home':
      return (far ? cellsOf(row.parentElement?.firstElementChild)[0] : cells[0]) ?? null
    case 'End':
      return (far ? cellsOf(row.parentElement?.lastElementChild) : cells).at(-1) ?? null
    case 'ArrowUp':
      return cellsOf(row.previousElementSibling)[at] ?? null
    case 'ArrowDown':
      return cellsOf(row.nextElementSibling)[at] ?? null
    default:
      return null
  }
}

function cellsOf(row: Element | null | undefined): HTMLElement[] {
  return row ? [...row.querySelectorAll<HTMLElement>(CELL)] : []
}
