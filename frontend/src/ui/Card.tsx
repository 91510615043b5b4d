import type { ReactNode } from 'react'

/** A thing of its own on the page. */
export function Card({
  children,
  label,
  className = '',
}: {
  children: ReactNode
  label?: string
  className?: string
}) {
  return (
    <section
      aria-label={label}
      className={`rounded-12 border border-card bg-white p-4 rail:p-6 ${className}`}
    >
      {children}
    </section>
  )
}
