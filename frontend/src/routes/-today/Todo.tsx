import type { ReactNode } from 'react'
import { linkLook } from '#/ui/button-look'

/** The way to what a line asks for. */
export const todoLink = `${linkLook} inline-flex min-h-11 items-center`

interface TodoProps {
  icon: ReactNode
  title: string
  lead?: ReactNode
  /** What to do about it. */
  children: ReactNode
}

/** One thing that waits for me. */
export function Todo({ icon, title, lead, children }: TodoProps) {
  return (
    <li className="flex gap-3 border-b border-card py-3">
      {icon}
      <div className="min-w-0">
        <p>{title}</p>
        {lead && <p className="text-sm text-quiet">{lead}</p>}
        {children}
      </div>
    </li>
  )
}
