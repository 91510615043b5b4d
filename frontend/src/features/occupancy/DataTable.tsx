import { Fragment, type ReactNode } from 'react'
import { ChevronDownIcon, ChevronUpIcon } from '#/ui/icons'
import { SortIcon } from './icons'
import { TableBox } from './TableBox'

export interface Column<Row> {
  key: string
  label: string
  /** Numbers stand at the right, under one another. */
  number?: boolean
  /** The heading of its row. */
  heads?: boolean
  cell: (row: Row, index: number) => ReactNode
  /** Left out on a phone, where the row has no room. */
  wide?: boolean
}

interface DataTableProps<Row> {
  label: string
  rows: readonly Row[]
  rowKey: (row: Row) => string | number
  columns: readonly Column<Row>[]
  /** The columns that rank the rows, and by which they are ranked now. */
  sort?: {
    columns: readonly string[]
    by: string
    descending: boolean
    /** What the button of a column says. */
    words: (column: string) => string
    onSort: (column: string) => void
  }
}

/** A table to read: head, numbers under one another, and columns that rank. It scrolls sideways in its own box. */
export function DataTable<Row>({ label, rows, rowKey, columns, sort }: DataTableProps<Row>) {
  return (
    <TableBox label={label}>
      <table className="report-table" aria-label={label}>
        <thead>
          <tr>
            {columns.map(({ key, label: word, number, wide }) => {
              const sortable = sort?.columns.includes(key)
              const sorted = sort?.by === key
              return (
                <th
                  key={key}
                  scope="col"
                  data-number={number || undefined}
                  data-wide={wide || undefined}
                  aria-sort={sortable && sorted ? (sort?.descending ? 'descending' : 'ascending') : undefined}
                >
                  {sortable ? (
                    <button type="button" aria-label={sort?.words(key)} onClick={() => sort?.onSort(key)}>
                      <HeadWords words={word} />
                      <SortMark sorted={sorted} descending={sort?.descending ?? true} />
                    </button>
                  ) : (
                    <HeadWords words={word} />
                  )}
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={rowKey(row)}>
              {columns.map(({ key, number, wide, heads, cell }) => {
                const marks = { 'data-number': number || undefined, 'data-wide': wide || undefined }
                return heads ? (
                  <th key={key} scope="row" {...marks}>
                    {cell(row, index)}
                  </th>
                ) : (
                  <td key={key} {...marks}>
                    {cell(row, index)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  )
}

/** Letters that stay side by side where a head has two lines. */
const SHORT = 4

/** The words of a head; a short one is not parted. */
function HeadWords({ words }: { words: string }) {
  return words.split(' ').map((word, place) => (
    <Fragment key={word}>
      {place > 0 && ' '}
      <span className={word.length <= SHORT ? 'whitespace-nowrap' : undefined}>{word}</span>
    </Fragment>
  ))
}

function SortMark({ sorted, descending }: { sorted: boolean; descending: boolean }) {
  if (!sorted) return <SortIcon size={16} className="text-faint" />
  return descending ? <ChevronDownIcon size={16} /> : <ChevronUpIcon size={16} />
}
