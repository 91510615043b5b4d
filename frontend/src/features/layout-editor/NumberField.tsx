import { useId, useState } from 'react'

interface NumberFieldProps {
  label: string
  /** Null: the chosen differ. */
  value: number | null
  onCommit: (value: number) => void
  unit?: string
  step?: number
  min?: number
  mixed?: string
}

/** A number with its unit; taken when the field is left or on Enter, and stepped by the arrow keys. */
export function NumberField({ label, value, onCommit, unit, step = 0.1, min, mixed }: NumberFieldProps) {
  const id = useId()
  const shown = value === null ? '' : String(Math.round(value * 1000) / 1000)
  const [typed, setTyped] = useState<string | null>(null)
  const commit = () => {
    if (typed === null) return
    const wanted = Number(typed)
    setTyped(null)
    if (typed.trim() === '' || !Number.isFinite(wanted) || wanted === value) return
    onCommit(min === undefined ? wanted : Math.max(min, wanted))
  }
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-sm font-bold">
        {label}
        {unit && <span className="font-normal text-quiet"> ({unit})</span>}
      </label>
      <input
        id={id}
        type="number"
        inputMode="decimal"
        step={step}
        min={min}
        value={typed ?? shown}
        placeholder={value === null ? mixed : undefined}
        onChange={(event) => {
          setTyped(event.target.value)
          const stepped = Number(event.target.value)
          const keys = !(event.nativeEvent as InputEvent).inputType
          if (keys && event.target.value !== '' && Number.isFinite(stepped)) {
            setTyped(null)
            onCommit(min === undefined ? stepped : Math.max(min, stepped))
          }
        }}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit()
        }}
        className="min-h-11 w-full rounded-8 border border-edge bg-white px-3"
      />
    </div>
  )
}
