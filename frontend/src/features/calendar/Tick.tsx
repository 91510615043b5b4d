import { useId } from 'react'

interface TickProps {
  label: string
  lead?: string
  checked: boolean
  disabled?: boolean
  onChange: (checked: boolean) => void
}

/** On or off, with a line of what it means. */
export function Tick({ label, lead, checked, disabled = false, onChange }: TickProps) {
  const id = useId()
  return (
    <div className="flex items-start gap-3">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-describedby={lead ? `${id}-lead` : undefined}
        onChange={(event) => onChange(event.target.checked)}
        className="mt-2.5 size-6 shrink-0 accent-accent"
      />
      <div className="min-w-0 py-2">
        <label htmlFor={id} className={`block cursor-pointer ${disabled ? 'text-quiet' : ''}`}>
          {label}
        </label>
        {lead && (
          <p id={`${id}-lead`} className="text-sm text-quiet">
            {lead}
          </p>
        )}
      </div>
    </div>
  )
}
