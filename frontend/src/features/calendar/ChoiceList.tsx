import { useId } from 'react'

interface ChoiceListProps<Value extends string> {
  legend: string
  value: Value | null
  options: readonly { value: Value; label: string; lead?: string }[]
  onChange: (value: Value) => void
  /** What is wrong while nothing is chosen. */
  error?: string | null
}

/** One of a few, each with a line of what it means. */
export function ChoiceList<Value extends string>(props: ChoiceListProps<Value>) {
  const { legend, value, options, onChange, error } = props
  const name = useId()
  return (
    <fieldset
      className="m-0 flex min-w-0 flex-col gap-2 p-0"
      aria-describedby={error ? `${name}-error` : undefined}
    >
      <legend className="mb-2 font-bold">{legend}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className="flex min-h-11 cursor-pointer items-start gap-3 rounded-8 border border-edge px-4 py-2 hover:bg-solid-gray-50 has-checked:border-accent has-checked:bg-ground has-focus-visible:outline-4 has-focus-visible:outline-offset-2 has-focus-visible:outline-black"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
            className="mt-1 size-5 shrink-0 accent-accent"
          />
          <span className="min-w-0">
            <span className={`block ${value === option.value ? 'font-bold' : ''}`}>{option.label}</span>
            {option.lead && <span className="block text-sm text-quiet">{option.lead}</span>}
          </span>
        </label>
      ))}
      {error && (
        <p id={`${name}-error`} role="alert" className="text-sm font-bold text-danger">
          {error}
        </p>
      )}
    </fieldset>
  )
}
