import { type ReactNode, useId } from 'react'
import { CheckIcon } from './icons'

interface Segment<Value extends string> {
  value: Value
  label: ReactNode
  icon?: ReactNode
}

interface SegmentedControlProps<Value extends string> {
  /** Said by a screen reader; the words of the segments stand alone on the screen. */
  label: string
  value: Value
  segments: readonly Segment<Value>[]
  onChange: (value: Value) => void
  /** Take the whole width, in equal segments. */
  wide?: boolean
  className?: string
}

/** One of a few, all in sight; the chosen one is solid and ticked. Arrow keys move the choice. */
export function SegmentedControl<Value extends string>({
  label,
  value,
  segments,
  onChange,
  wide = false,
  className = '',
}: SegmentedControlProps<Value>) {
  const name = useId()
  return (
    <fieldset
      className={`m-0 min-w-0 rounded-8 border border-edge p-0 ${wide ? 'grid auto-cols-fr grid-flow-col' : 'inline-flex'} ${className}`}
    >
      <legend className="sr-only">{label}</legend>
      {segments.map((segment) => (
        <label
          key={segment.value}
          className="relative flex min-h-[2.625rem] cursor-pointer items-center justify-center gap-1.5 border-l border-card px-4 leading-[1.4] whitespace-nowrap first-of-type:rounded-l-[7px] first-of-type:border-l-0 last-of-type:rounded-r-[7px] hover:bg-solid-gray-50 has-checked:border-accent has-checked:bg-accent has-checked:font-bold has-checked:text-white has-focus-visible:z-10 has-focus-visible:outline-4 has-focus-visible:outline-offset-2 has-focus-visible:outline-black"
        >
          <input
            type="radio"
            name={name}
            value={segment.value}
            checked={segment.value === value}
            onChange={() => onChange(segment.value)}
            className="absolute inset-0 m-0 cursor-pointer appearance-none opacity-0"
          />
          {segment.value === value && !segment.icon && <CheckIcon size={18} />}
          {segment.icon}
          {segment.label}
        </label>
      ))}
    </fieldset>
  )
}
