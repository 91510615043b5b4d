import { type InputHTMLAttributes, type Ref, useId } from 'react'
import { WarningIcon } from './icons'

interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value' | 'id'> {
  label: string
  value: string
  onChange: (value: string) => void
  hint?: string
  /** What is wrong with what was typed. */
  error?: string | null
  ref?: Ref<HTMLInputElement>
}

/** A label, a field, and below it what is wrong. */
export function TextField({
  label,
  value,
  onChange,
  hint,
  error,
  ref,
  className = '',
  ...rest
}: TextFieldProps) {
  const id = useId()
  const notes = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={`flex flex-col gap-1 ${className}`}>
      <label htmlFor={id} className="font-bold">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-quiet">
          {hint}
        </p>
      )}
      <input
        {...rest}
        ref={ref}
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={error ? true : undefined}
        aria-describedby={notes || undefined}
        className={`min-h-12 rounded-8 border bg-white px-3 ${error ? 'border-2 border-danger' : 'border-edge'}`}
      />
      {error && (
        <p id={`${id}-error`} className="flex items-start gap-1.5 text-sm font-bold text-danger">
          <WarningIcon size={18} className="mt-0.5" />
          {error}
        </p>
      )}
    </div>
  )
}
