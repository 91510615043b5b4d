import type { ReactNode } from 'react'
import { ChevronDownIcon } from './icons'

interface SelectProps<Value extends string> {
  label: string
  /** Keep the label for screen readers only, where the chosen word says enough. */
  labelHidden?: boolean
  value: Value
  options: readonly { value: Value; label: string; disabled?: boolean }[]
  onChange: (value: Value) => void
  icon?: ReactNode
  className?: string
}

/** One of many; the browser's own list, so that phones show theirs. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, labelHidden = false, value, options, onChange, className = '' } = props
  return (
    <label className={`flex flex-col gap-1 ${className}`}>
      <span className={labelHidden ? 'sr-only' : 'text-sm font-bold'}>{label}</span>
      <span className="relative flex">
        <select
          value={value}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value)
            if (chosen) onChange(chosen.value)
          }}
          className="min-h-11 w-full appearance-none rounded-8 border border-edge bg-white py-1 pr-10 pl-4 leading-[1.4]"
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDownIcon
          size={18}
          className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2"
        />
      </span>
    </label>
  )
}
