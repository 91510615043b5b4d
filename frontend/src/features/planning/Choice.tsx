import { type ReactNode, useId } from 'react'

interface ChoiceProps<Value extends string> {
  label: string
  hint?: string
  value: Value
  options: readonly { value: Value; label: string; note?: ReactNode }[]
  onChange: (value: Value) => void
}

/** One of a few, each with what it means. */
export function Choice<Value extends string>({ label, hint, value, options, onChange }: ChoiceProps<Value>) {
  const name = useId()
  return (
    <fieldset className="m-0 min-w-0 p-0" aria-describedby={hint ? `${name}-hint` : undefined}>
      <legend className="p-0 font-bold">{label}</legend>
      {hint && (
        <p id={`${name}-hint`} className="max-w-[44em] text-sm text-quiet">
          {hint}
        </p>
      )}
      <div className="mt-1 flex flex-col">
        {options.map((option) => (
          <label key={option.value} className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              className="mt-0.5 size-6 shrink-0 accent-accent"
            />
            <span>
              {option.label}
              {option.note && <span className="block text-sm text-quiet">{option.note}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
