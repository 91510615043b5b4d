import type { ReactNode } from 'react'
import { InfoIcon, WarningIcon } from './icons'

/** A few lines set off in place: grey to tell, orange edge to warn. A warning is read out when it appears. */
export function Notice({
  tone = 'info',
  icon,
  children,
}: {
  tone?: 'info' | 'warn'
  icon?: ReactNode
  children: ReactNode
}) {
  const warn = tone === 'warn'
  return (
    <div
      role={warn ? 'alert' : undefined}
      className={`flex items-start gap-3 rounded-8 p-4 text-sm leading-[1.7] ${warn ? 'border border-warn bg-white' : 'bg-solid-gray-50'}`}
    >
      {icon ??
        (warn ? (
          <WarningIcon size={20} className="mt-0.5 text-warn" />
        ) : (
          <InfoIcon size={20} className="mt-0.5" />
        ))}
      <div className="min-w-0 grow">{children}</div>
    </div>
  )
}
