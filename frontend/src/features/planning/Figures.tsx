import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { NARROW, useMedia } from '#/lib/useMedia'

export interface Column {
  name: string
  /** Numbers stand to the right. */
  number?: boolean
}

interface FiguresProps {
  label: string
  columns: readonly Column[]
  rows: readonly { key: string | number; cells: readonly ReactNode[] }[]
}

/** Figures in a table that scrolls by itself where it is wide; on a phone each line with the names of its figures. */
export function Figures({ label, columns, rows }: FiguresProps) {
  const { t } = useTranslation('planning')
  const narrow = useMedia(NARROW)
  if (narrow) {
    return (
      <ul aria-label={label} className="border-t border-edge">
        {rows.map(({ key, cells: [first, ...others] }) => (
          <li key={key} className="border-b border-card py-3">
            <p className="font-bold">{first}</p>
            <dl className="m-0 flex flex-wrap gap-x-4 gap-y-1 tabular-nums">
              {others.map((cell, place) => (
                <div key={columns[place + 1]?.name} className="flex items-baseline gap-1.5">
                  <dt className="text-sm text-quiet">{columns[place + 1]?.name}</dt>
                  <dd className="m-0">{cell}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    )
  }
  return (
    <section
      aria-label={t('tableNamed', { label })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard (WCAG 2.1.1)
      tabIndex={0}
      className="overflow-x-auto border-b border-card"
    >
      <table className="w-full border-collapse text-start tabular-nums">
        <thead>
          <tr className="border-b border-edge text-sm">
            {columns.map(({ name, number }) => (
              <th
                key={name}
                scope="col"
                className={`px-3 py-2 font-bold whitespace-nowrap ${number ? 'text-end' : 'text-start'}`}
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key} className="border-t border-hair first:border-t-0">
              {cells.map((cell, place) => {
                const name = columns[place]?.name
                const look = `h-11 px-3 py-1.5 ${columns[place]?.number ? 'text-end whitespace-nowrap' : 'text-start'}`
                return place === 0 ? (
                  <th key={name} scope="row" className={`${look} font-normal`}>
                    {cell}
                  </th>
                ) : (
                  <td key={name} className={look}>
                    {cell}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
