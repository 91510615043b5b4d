import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { linkLook } from '#/ui/button-look'
import { ChevronUpIcon } from '#/ui/icons'
import { SectionHeading } from '#/ui/SectionHeading'
import { DownloadIcon, TableIcon } from './icons'

interface ReportPartProps {
  /** Its name in the address. */
  name: string
  title: string
  note?: ReactNode
  /** The table that says what the picture says; without it the part is a table itself. */
  table?: ReactNode
  tableOpen?: boolean
  onTable?: (open: boolean) => void
  /** Where this table alone is had as a file. */
  csv?: string
  className?: string
  children: ReactNode
}

/** A part of the report: a picture under its heading, and its table one press away. */
export function ReportPart(props: ReportPartProps) {
  const { name, title, note, table, tableOpen = false, onTable, csv, className = '', children } = props
  const { t } = useTranslation('occupancy')
  const id = useId()
  const heading = `part-${name}`
  return (
    <section aria-labelledby={heading} className={`report-part ${className}`}>
      <SectionHeading
        id={heading}
        note={note && <span className="text-sm">{note}</span>}
        end={
          table && onTable ? (
            <button
              type="button"
              aria-expanded={tableOpen}
              aria-controls={tableOpen ? id : undefined}
              aria-label={t(tableOpen ? 'table.hideOf' : 'table.showOf', { part: title })}
              onClick={() => onTable(!tableOpen)}
              className={`${linkLook} table-toggle`}
            >
              {tableOpen ? <ChevronUpIcon size={18} /> : <TableIcon size={18} />}
              {t(tableOpen ? 'table.hide' : 'table.show')}
            </button>
          ) : (
            csv && <CsvLink address={csv} part={title} />
          )
        }
      >
        {title}
      </SectionHeading>
      {children}
      {table && tableOpen && (
        <div id={id} className="flex flex-col items-start gap-1">
          {table}
          {csv && <CsvLink address={csv} part={title} />}
        </div>
      )}
    </section>
  )
}

function CsvLink({ address, part }: { address: string; part: string }) {
  const { t } = useTranslation('occupancy')
  return (
    <a
      href={address}
      download
      aria-label={`${t('files.csvOf')} ${part}`}
      className={`${linkLook} table-toggle`}
    >
      <DownloadIcon size={18} />
      {t('files.csv')}
    </a>
  )
}
