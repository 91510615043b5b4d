import type { ReactNode } from 'react'

/** A line of a card: its name, and what it says. Stands in a `dl`. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[6.5rem_1fr] gap-2 leading-[1.6]">
      <dt className="text-sm leading-[1.8] text-quiet">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  )
}
