import type { ReactNode } from 'react'

interface EmptyStateProps {
  title: string
  children?: ReactNode
  /** What to do next. */
  action?: ReactNode
  icon?: ReactNode
}

/** Nothing here: why, and what to do next. */
export function EmptyState({ title, children, action, icon }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-start gap-3 rounded-12 border border-dashed border-solid-gray-420 p-6">
      <div className="flex items-center gap-3">
        {icon}
        <p className="text-lg font-bold">{title}</p>
      </div>
      {children && <div className="max-w-[44em] text-quiet">{children}</div>}
      {action}
    </div>
  )
}
