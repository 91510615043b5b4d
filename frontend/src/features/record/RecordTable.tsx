import type { ReactNode } from 'react'

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

/** A table that may be wider than the screen: it scrolls by itself, also by the keyboard, and its first column stays. */
export function RecordTable({ label, columns, rows, total }: RecordTableProps) {
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
