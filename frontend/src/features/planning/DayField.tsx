import { TextField } from '#/ui/TextField'

interface DayFieldProps {
  label: string
  /** `YYYY-MM-DD`, or empty. */
  value: string
  most?: string
  error: string | null
  onChange: (day: string) => void
}

/** A day, by the browser's own field. */
export function DayField({ label, value, most, error, onChange }: DayFieldProps) {
  return (
    <TextField
      type="date"
      label={label}
      value={value}
      {...(most === undefined ? {} : { max: most })}
      error={error}
      onChange={onChange}
      className="w-48"
    />
  )
}
