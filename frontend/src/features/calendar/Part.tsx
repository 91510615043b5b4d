import type { ReactNode } from 'react'
import { SectionHeading } from '#/ui/SectionHeading'

interface PartProps {
  id: string
  title: string
  lead: string
  children: ReactNode
}

/** A part of the page under its heading. */
export function Part({ id, title, lead, children }: PartProps) {
  return (
    <section aria-labelledby={id} className="flex flex-col gap-4">
      <SectionHeading id={id}>{title}</SectionHeading>
      <p className="-mt-2 max-w-[44em]">{lead}</p>
      {children}
    </section>
  )
}
