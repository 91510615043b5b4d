import type { ReactNode } from 'react'
import { SectionHeading } from './SectionHeading'

interface PagePartProps {
  id: string
  title: string
  lead?: string
  children: ReactNode
}

/** A part of a page under its heading. */
export function PagePart({ id, title, lead, children }: PagePartProps) {
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <SectionHeading id={id}>{title}</SectionHeading>
      {lead && <p className="max-w-[44em]">{lead}</p>}
      {children}
    </section>
  )
}
