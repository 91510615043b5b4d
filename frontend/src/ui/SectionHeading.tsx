import type { ReactNode } from 'react'

interface SectionHeadingProps {
  id?: string
  children: ReactNode
  /** A quiet line beside the heading. */
  note?: ReactNode
  /** What stands at the far end, a link usually. */
  end?: ReactNode
}

/** The heading of a part of a page. */
export function SectionHeading({ id, children, note, end }: SectionHeadingProps) {
  return (
    <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <h2 id={id} className="text-xl leading-[1.5] font-bold tracking-[0.02em]">
        {children}
      </h2>
      {note && <p className="text-sm text-quiet rail:text-base">{note}</p>}
      {end && <div className="ms-auto">{end}</div>}
    </div>
  )
}
