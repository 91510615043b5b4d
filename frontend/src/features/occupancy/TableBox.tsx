import type { ReactNode } from 'react'

/** A table wider or longer than its room scrolls in a box of its own, also by keyboard. No landmark: the part is one. */
export function TableBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: these are no fields
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is scrolled by keyboard too
    <div role="group" className="table-box" tabIndex={0} aria-label={label}>
      {children}
    </div>
  )
}
