import { type Ref, type TextareaHTMLAttributes, useId } from 'react'
import { WarningIcon } from './icons'

interface TextAreaProps
  extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange' | 'value' | 'id'> {
  label: string
  value: string
  onChange: (value: string) => void
  hint?: string
  /** What is wrong with what was typed. */
  error?: string | null
  ref?: Ref<HTMLTextAreaElement>
}

/** A label, a field of some lines, and below it what is wrong. */
export function TextArea({ label, value, onChange, hint, error, ref, rows = 3, ...rest }: TextAreaProps) {
  const id = useId()
  const notes = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-bold">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-quiet">
          {hint}
        </p>
      )}
      <textarea
        {...rest}
        ref={ref}
        id={id}
        rows={rows}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={error ? true : undefined}
        aria-describedby={notes || undefined}
        className={`rounded-8 border bg-white px-3 py-2 ${error ? 'border-2 border-danger' : 'border-edge'}`}
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
