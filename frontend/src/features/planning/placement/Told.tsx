import { SectionHeading } from '#/ui/SectionHeading'

interface ToldProps {
  id: string
  title: string
  lead: string
  lines: readonly string[]
}

/** Sentences of the server about a placement, under their heading; nothing where there are none. */
export function Told({ id, title, lead, lines }: ToldProps) {
  if (lines.length === 0) return null
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2">
      <SectionHeading id={id}>{title}</SectionHeading>
      <p className="max-w-[44em] text-sm text-quiet">{lead}</p>
      <ul className="list-disc ps-6">
        {[...new Set(lines)].map((line) => (
          <li key={line} className="max-w-[44em] py-0.5">
            {line}
          </li>
        ))}
      </ul>
    </section>
  )
}
