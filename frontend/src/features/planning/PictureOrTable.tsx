import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { linkLook } from '#/ui/button-look'
import { SectionHeading } from '#/ui/SectionHeading'
import { TableIcon } from './icons'

interface PictureOrTableProps {
  title: string
  note?: ReactNode
  picture: ReactNode
  table: ReactNode
}

/** A part of a page that is a picture, and the same figures as a table one press away. */
export function PictureOrTable({ title, note, picture, table }: PictureOrTableProps) {
  const [tabled, setTabled] = useState(false)
  const heading = useId()
  return (
    <section aria-labelledby={heading} className="flex min-w-0 flex-col gap-3">
      <SectionHeading
        id={heading}
        note={note}
        end={<TableSwitch title={title} tabled={tabled} onChange={setTabled} />}
      >
        {title}
      </SectionHeading>
      {tabled ? table : picture}
    </section>
  )
}

interface TableSwitchProps {
  title: string
  tabled: boolean
  onChange: (tabled: boolean) => void
}

/** 表で見る: the way from a picture to its table and back. */
export function TableSwitch({ title, tabled, onChange }: TableSwitchProps) {
  const { t } = useTranslation('planning')
  return (
    <button
      type="button"
      aria-label={t(tabled ? 'pictureOf' : 'tableOf', { title })}
      onClick={() => onChange(!tabled)}
      className={`inline-flex min-h-11 items-center gap-1.5 text-sm print:hidden ${linkLook}`}
    >
      <TableIcon size={18} />
      {t(tabled ? 'toPicture' : 'toTable')}
    </button>
  )
}
