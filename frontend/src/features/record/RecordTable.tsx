import type { ReactNode } from 'react'
import { NARROW, useMedia } from '#/lib/useMedia'

export interface Column {
  name: string
  /** Numbers stand to the right. */
  number?: boolean
}

interface RecordTableProps {
  label: string
  columns: readonly Column[]
  rows: readonly { key: string; cells: readonly ReactNode[] }[]
  /** The line below the rows. */
  total?: readonly ReactNode[]
}

/**
 * A table that may be wider than the screen: it scrolls by itself, also by the keyboard, and its first column stays. On
 * a phone each line stands for itself, with the names of its figures.
 */
export function RecordTable({ label, columns, rows, total }: RecordTableProps) {
  const narrow = useMedia(NARROW)
  if (narrow) {
    return (
      <ul aria-label={label} className="border-t border-solid-gray-420">
        {rows.map(({ key, cells }) => (
          <Line key={key} cells={cells} columns={columns} />
        ))}
        {total && <Line cells={total} columns={columns} />}
      </ul>
    )
  }
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard (WCAG 2.1.1)
      tabIndex={0}
      className="overflow-x-auto border-y border-solid-gray-420"
    >
      <table className="w-full border-collapse text-left tabular-nums">
        <thead>
          <tr className="bg-solid-gray-50 text-sm">
            {columns.map(({ name, number }, place) => (
              <th
                key={name}
                scope="col"
                className={`px-3 py-2 font-bold whitespace-nowrap ${number ? 'text-right' : ''} ${place === 0 ? 'sticky left-0 bg-solid-gray-50' : ''}`}
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key} className="border-t border-hair">
              <Cells cells={cells} columns={columns} />
            </tr>
          ))}
        </tbody>
        {total && (
          <tfoot>
            <tr className="border-t border-solid-gray-420 font-bold">
              <Cells cells={total} columns={columns} />
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  )
}

/** What a line says: its first cell as a heading, the others behind their names; an empty one is left out. */
function Line({
  cells: [first, ...cells],
  columns,
}: {
  cells: readonly ReactNode[]
  columns: readonly Column[]
}) {
  return (
    <li className="border-b border-card py-3">
      <p className="font-bold">{first}</p>
      <dl className="flex flex-wrap gap-x-4 gap-y-1 tabular-nums">
        {columns.slice(1).map(({ name }, place) => {
          const cell = cells[place]
          if (cell === '' || cell === null || cell === undefined) return null
          return (
            <div key={name} className="flex items-baseline gap-1.5">
              <dt className="text-sm text-quiet">{name}</dt>
              <dd className="m-0">{cell}</dd>
            </div>
          )
        })}
      </dl>
    </li>
  )
}

function Cells({ cells, columns }: { cells: readonly ReactNode[]; columns: readonly Column[] }) {
  return columns.map(({ name, number }, place) => {
    const cell = cells[place]
    const look = `px-3 py-1.5 whitespace-nowrap ${number ? 'text-right' : ''}`
    return place === 0 ? (
      <th key={name} scope="row" className={`${look} sticky left-0 bg-white font-normal`}>
        {cell}
      </th>
    ) : (
      <td key={name} className={look}>
        {cell}
      </td>
    )
  })
}
