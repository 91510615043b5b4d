import type { ReactNode } from 'react'
import { CloseIcon } from './icons'

interface ChipProps {
  chosen: boolean
  onChange: (chosen: boolean) => void
  icon?: ReactNode
  children: ReactNode
  disabled?: boolean
}

/** A filter that is on or off; on has a blue ground, bold words and ×. */
export function Chip({ chosen, onChange, icon, children, disabled }: ChipProps) {
  const look = chosen
    ? 'border-accent bg-ground font-bold text-link'
    : 'border-edge bg-white text-ink hover:bg-solid-gray-50'
  return (
    <button
      type="button"
      aria-pressed={chosen}
      disabled={disabled}
      onClick={() => onChange(!chosen)}
      className={`inline-flex min-h-11 items-center gap-2 rounded-full border px-4 text-sm leading-[1.4] whitespace-nowrap disabled:border-card disabled:text-faint ${look}`}
    >
      {icon}
      {children}
      {chosen && <CloseIcon size={16} />}
    </button>
  )
}
